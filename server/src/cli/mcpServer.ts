import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { toMarkdown } from '../catalogue/describe/render.js';
import { describeEntry } from '../catalogue/describe/resolution.js';
import { translator } from '../catalogue/messages.js';
import { KINDS, SEVERITIES } from '../document/kinds.js';
import { restrictionOf } from '../document/restriction.js';
import { tellFindings, tellOf, tellOutline } from '../library/assist.js';
import { VERSION } from '../version.js';
import { OpenDraft } from '../workspace/openDraft.js';
import { catalogueFiles, loadCatalogue } from './catalogue.js';
import type { CommonOptions } from './options.js';
import { remark } from './output.js';
import { onTopOf, SettingsFinder } from './settings.js';
import { language } from './language.js';

/** More characters than these are no draft, and would keep an assistant waiting. */
const LONGEST = 2_000_000;

const INSTRUCTIONS = `Facts about United Nations documents, from tables on the user's computer. Before a resolution,
decision or document symbol is cited, look it up: what the catalogue does not know may still exist, and the answer says
so. Hand over a draft only with the user's consent each time, and one marked Restricted, Confidential or Limited only when
the user has said so of that very draft: without that nothing is told of it.`;

/** None of the tools changes anything, or reaches beyond this computer. */
const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const text = z.string().max(LONGEST).describe('The whole text of the draft, as plain text or Markdown.');
const kind = z
  .enum(KINDS)
  .optional()
  .describe('What the draft is, where its own words do not show it. Left out, the text decides.');

const agreement = z
  .boolean()
  .optional()
  .describe(
    'True only when the masthead says Restricted, Confidential or Limited and the user has said of this very draft that it may be handed over.',
  );

/** Runs `plenary mcp` until standard input ends. */
export async function runMcp(options: CommonOptions): Promise<void> {
  const { today } = options;
  const t = translator(language());
  const { view, failures } = await loadCatalogue(catalogueFiles(options.catalogue));
  failures.forEach(remark);
  const { settings } = new SettingsFinder(undefined, onTopOf(options), remark).of(process.cwd());
  const open = (draft: string, as: (typeof KINDS)[number] | undefined): OpenDraft =>
    new OpenDraft(draft, { kind: as ?? null, settings, today, catalogue: view });

  const server = new McpServer({ name: 'plenary', version: VERSION }, { instructions: INSTRUCTIONS });

  server.registerTool(
    'look_up',
    {
      title: 'Look up a resolution, symbol, treaty, body or State',
      description:
        'What a United Nations resolution or decision ("75/158", "S/RES/2546(2020)", "Economic and Social Council resolution 2015/23"), a document symbol ("A/75/292"), a treaty or one of its articles ("article 3 of the Trafficking in Persons Protocol"), a body, a session, a State or an acronym is: title, date of adoption, vote, links. Says so where nothing is known.',
      inputSchema: {
        query: z.string().max(500).describe('A number, a symbol or a name, as it stands in the text.'),
        limit: z.number().int().min(1).max(20).optional().describe('At most so many answers; 5 unless told.'),
      },
      annotations: READ_ONLY,
    },
    ({ query, limit }) => say(tellOf(query, view, t, { ...(limit === undefined ? {} : { limit }), today })),
  );

  server.registerTool(
    'search_resolutions',
    {
      title: 'Search resolutions by words of their titles',
      description:
        'United Nations resolutions whose titles hold the given words, the best first: to find which resolution on a subject exists before one is cited.',
      inputSchema: {
        words: z.string().max(500).describe('Words of the title, in English: "trafficking women girls".'),
        limit: z.number().int().min(1).max(50).optional().describe('At most so many; 10 unless told.'),
      },
      annotations: READ_ONLY,
    },
    ({ words, limit = 10 }) => {
      const hits = view.search(words, { limit });
      return hits.length === 0
        ? say(`No title in the catalogue holds these words: “${words}”.`)
        : say(hits.map(({ entry }) => toMarkdown(describeEntry(entry, view, t), t)).join('\n\n---\n\n'));
    },
  );

  server.registerTool(
    'check_draft',
    {
      title: 'Check a draft',
      description:
        'What a United Nations editor would mark in a draft: numbering, references that lead nowhere, resolutions that do not exist, dates, facts that contradict each other, spelling and style. Lines and columns count from 1.',
      inputSchema: {
        text,
        kind,
        user_agreed: agreement,
        severity: z
          .enum(SEVERITIES)
          .optional()
          .describe('Leave out what is less grave than this; "information" unless told.'),
      },
      annotations: READ_ONLY,
    },
    ({ text: draft, kind: as, severity, user_agreed: agreed }) =>
      guarded(open(draft, as), agreed, (opened) => tellFindings(opened, severity, language())),
  );

  server.registerTool(
    'outline_draft',
    {
      title: 'Outline a draft',
      description:
        'What a draft is and how it is built: kind, symbol, length in words, headings, paragraph numbers, and the resolutions, symbols and treaties that it cites.',
      inputSchema: { text, kind, user_agreed: agreement },
      annotations: READ_ONLY,
    },
    ({ text: draft, kind: as, user_agreed: agreed }) => guarded(open(draft, as), agreed, tellOutline),
  );

  /** Tells of a draft; of one that is not for everybody only when the user has said so of that very draft. */
  const guarded = async (
    opened: OpenDraft,
    agreed: boolean | undefined,
    tell: (opened: OpenDraft) => string,
  ): Promise<Said> => {
    const restriction = restrictionOf(opened.draft);
    if (restriction === null || (await isAgreed(restriction, agreed))) return say(tell(opened));
    return {
      ...say(
        `The masthead of this draft says “${restriction}”. Plenary tells nothing of it before the user has agreed. Ask whether this very draft may be worked on here; if so, call again with user_agreed: true. Do not ask twice.`,
      ),
      isError: true,
    };
  };

  /** The user's own word where the client can ask for it; else that of the assistant, which is all there is. */
  const isAgreed = async (restriction: string, agreed: boolean | undefined): Promise<boolean> => {
    if (!server.server.getClientCapabilities()?.elicitation) return agreed === true;
    const { action, content } = await server.server.elicitInput({
      message: `The masthead of a draft that an assistant has handed over says “${restriction}”. May it be worked on?`,
      requestedSchema: {
        type: 'object',
        properties: { agreed: { type: 'boolean', title: 'This very draft may be handed to the assistant' } },
        required: ['agreed'],
      },
    });
    return action === 'accept' && content?.['agreed'] === true;
  };

  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(transport);
  await closed;
  await server.close();
}

interface Said {
  readonly content: { type: 'text'; text: string }[];
  readonly isError?: boolean;
  /** The protocol lets more stand here. */
  readonly [more: string]: unknown;
}

function say(words: string): Said {
  return { content: [{ type: 'text', text: words }] };
}
