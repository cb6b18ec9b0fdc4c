-- Drives the server out of Neovim as a person would, and writes what came of it into report.json of the home folder.
-- The setup is loaded before; the first argument of Neovim is the draft.
local home = vim.env.HOME
local report = { version = vim.fn.matchstr(vim.fn.execute('version'), 'NVIM v\\zs[0-9.]*'), errors = {} }

local function finish()
  local file = io.open(home .. '/report.json', 'w')
  file:write(vim.fn.json_encode(report))
  file:close()
  vim.cmd('qall!')
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    table.insert(report.errors, 'waited in vain for ' .. what)
    finish()
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local lsp = one.user_data and one.user_data.lsp or {}
    table.insert(found, tostring(one.code or lsp.code))
  end
  return found
end

local function put_cursor_on(words)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. words, 'cW')
end

local function step(name, run)
  local ok, problem = pcall(run)
  if not ok then
    table.insert(report.errors, name .. ': ' .. tostring(problem))
  end
end

report.filetype = vim.bo.filetype
wait('the server', function()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
  return next(clients) ~= nil
end)
wait('findings', function()
  return #vim.diagnostic.get(0) > 0
end)
report.before = codes()
if vim.env.PLENARY_DRIVE == 'findings' then
  finish()
end

step('hover', function()
  put_cursor_on('75/158')
  vim.lsp.buf.hover()
  local function floating()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return window
      end
    end
  end
  wait('a hover', floating)
  local window = floating()
  report.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
end)

step('completion', function()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'See resolution 75/15' })
  vim.fn.cursor(vim.fn.line('$'), vim.fn.col({ vim.fn.line('$'), '$' }))
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = #'See resolution 75/15'
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 15000)
  report.completion = {}
  for _, answer in pairs(answers or {}) do
    local items = answer.result and (answer.result.items or answer.result) or {}
    for _, item in ipairs(items) do
      table.insert(report.completion, item.label)
    end
  end
  vim.cmd('undo')
end)

step('code action', function()
  -- The list that a person would choose from.
  vim.ui.select = function(items, options, choose)
    report.actions = {}
    local first
    for index, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or tostring(item)
      table.insert(report.actions, title)
      first = first or index
    end
    choose(items[first], first)
  end
  put_cursor_on('the the')
  vim.lsp.buf.code_action()
  wait('the fix', function()
    return not text():find('the the', 1, true)
  end)
  report.fixed = text()
  wait('findings after the fix', function()
    return not vim.tbl_contains(codes(), 'doubled-word')
  end)
  report.after = codes()
end)

step('rename', function()
  put_cursor_on('3 below')
  vim.lsp.buf.rename('7')
  wait('the new number', function()
    return text():find('para. 7 below', 1, true) ~= nil
  end)
  report.renamed = text()
  vim.cmd('undo')
end)

step('Enter', function()
  report.formats = vim.lsp.on_type_formatting ~= nil
  if report.formats then
    vim.lsp.on_type_formatting.enable()
  end
  put_cursor_on('resolution 75/158.')
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('A<CR><Esc>', true, false, true), 'tx', false)
  if report.formats then
    wait('the next number', function()
      return text():find('\n4. The training', 1, true) ~= nil
    end)
  end
  report.entered = text()
end)

finish()
