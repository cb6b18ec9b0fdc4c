import * as vscode from 'vscode';
import { ASSIST_DRAFT, ASSIST_LOOK_UP } from '../../server/src/messages.js';
import type { AssistDraftParams, AssistDraftResult, AssistLookUpParams } from '../../server/src/messages.js';
import { tellOfDraft, type AskPerson } from './consent.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** What a tool about a draft is given: nothing for the draft that is shown, else a path in the workspace. */
export interface DraftInput {
  readonly path?: string;
  readonly severity?: AssistDraftParams['severity'];
}

/** The names under which package.json contributes the tools. */
export const TOOLS = {
  lookUp: 'plenary_lookUp',
  check: 'plenary_checkDraft',
  outline: 'plenary_outlineDraft',
} as const;

/**
 * The catalogue and the checker as tools for assistants. In a host that knows no such tools nothing is registered and
 * nothing is missing.
 */
export function registerAssistants(ask: Ask, askPerson: AskPerson = modal): vscode.Disposable[] {
  const { lm } = vscode as Partial<typeof vscode>;
  if (typeof lm?.registerTool !== 'function') return [];
  return [
    lm.registerTool(TOOLS.lookUp, new LookUpTool(ask)),
    lm.registerTool(TOOLS.check, new DraftTool('check', ask, askPerson)),
    lm.registerTool(TOOLS.outline, new DraftTool('outline', ask, askPerson)),
  ];
}

/** Looks a citation up; no draft is touched, so nobody is asked. */
class LookUpTool implements vscode.LanguageModelTool<AssistLookUpParams> {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<AssistLookUpParams>): vscode.PreparedToolInvocation {
    return { invocationMessage: vscode.l10n.t('Looking up “{0}” in the catalogue', input.query) };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<AssistLookUpParams>): Promise<vscode.LanguageModelToolResult> {
    const { query, limit } = input;
    return told(
      (await this.#ask(ASSIST_LOOK_UP, { query, limit } satisfies Partial<AssistLookUpParams>)) as string,
    );
  }
}

/** Tells of a draft, after the person said that it may. */
class DraftTool implements vscode.LanguageModelTool<DraftInput> {
  readonly #what: 'check' | 'outline';
  readonly #ask: Ask;
  readonly #askPerson: AskPerson;

  constructor(what: 'check' | 'outline', ask: Ask, askPerson: AskPerson) {
    this.#what = what;
    this.#ask = ask;
    this.#askPerson = askPerson;
  }

  /** Says what will happen. The confirmation is not left to the host, which can be told to give it for good. */
  prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<DraftInput>): vscode.PreparedToolInvocation {
    const name = input.path ?? vscode.l10n.t('the draft that is shown');
    return {
      invocationMessage:
        this.#what === 'check'
          ? vscode.l10n.t('Checking {0}, if you agree', name)
          : vscode.l10n.t('Outlining {0}, if you agree', name),
    };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<DraftInput>): Promise<vscode.LanguageModelToolResult> {
    const document = await documentOf(input.path);
    if (!document) {
      return told(
        input.path === undefined
          ? 'No document is shown in the editor. Ask the user to open one, or give its path in the workspace.'
          : `There is no document “${input.path}” in the workspace.`,
      );
    }
    const uri = document.uri.toString();
    const { severity } = input;
    return told(
      await tellOfDraft(vscode.workspace.asRelativePath(document.uri), this.#what, {
        ask: this.#askPerson,
        t: vscode.l10n.t,
        draft: async (what) => {
          const params: AssistDraftParams = {
            textDocument: { uri },
            what,
            ...(severity === undefined ? {} : { severity }),
          };
          return (await this.#ask(ASSIST_DRAFT, params)) as AssistDraftResult | null;
        },
      }),
    );
  }
}

function told(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

/** The document that is shown, one that is open under that name, or a file of the workspace; nothing outside of it. */
async function documentOf(path: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (path === undefined) return vscode.window.activeTextEditor?.document;
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) => vscode.workspace.asRelativePath(uri) === path || uri.toString() === path,
  );
  if (open) return open;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, path);
    if (!uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`)) continue;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      // It lies in another folder, or nowhere.
    }
  }
  return undefined;
}

/** A window that only an answer closes; closing it is no. */
const modal: AskPerson = async ({ message, detail, yes }) =>
  (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
