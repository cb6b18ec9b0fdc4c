import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import {
  isRefused,
  isSuffixed,
  levelChange,
  paragraphAt,
  paragraphMove,
  sectionAt,
  sectionMove,
} from '../numbering/operations.js';
import { planRenumber, type NumberingPlan } from '../numbering/plan.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase, type Argument, type Sentence } from '../l10n/phrase.js';
import { containerWords } from '../rules/words.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { sayer } from './messages.js';
import { followable, numberedOf, numberingOperation, type NumberingOperation } from './numbering.js';
import { citersOf } from './citers.js';
import { placesOf } from './places.js';

/** Puts all numbers in order, for editors that are told to do so at each save. Never part of "fix all". */
export const FIX_NUMBERING: CodeActionKind = `${CodeActionKind.SourceFixAll}.plenary.numbering`;
/** Paragraphs and sections that change places with their neighbour. */
export const MOVE: CodeActionKind = `${CodeActionKind.Refactor}.move.plenary`;
/** New numbers, levels, new paragraphs and those that go. */
export const REWRITE: CodeActionKind = `${CodeActionKind.RefactorRewrite}.plenary`;

/** What an action carries from the offer to the moment it is chosen. Positions are the engine's: nobody else reads them. */
export interface NumberingActionData {
  readonly numbering: {
    readonly uri: string;
    /** The text that the offer was made for: another one would be hit at the wrong places. */
    readonly version: number;
    readonly operation: NumberingOperation;
    readonly range: Range;
    readonly preview?: true;
  };
}

/** What the client can do with an action, and the document it is about. */
export interface NumberingActionOptions {
  readonly uri: string;
  readonly version: number;
  /** The edit is asked for once an action is chosen: offers cost no plans. */
  readonly resolves: boolean;
  /** Edits may ask the person for a confirmation of each: the editor shows them before it makes them. */
  readonly annotations: boolean;
  /** The client has the commands of ours, which show a preview of its own. */
  readonly commands: boolean;
  /** The language of whoever chooses; English unless told. */
  readonly language?: Language;
}

/**
 * What can be done to the numbers at a range: for editors without commands of ours, and for the menu of refactorings.
 * Nothing where an editor asks by itself at each move of the cursor: there is always something to move. Adopted texts
 * are offered what keeps their numbers.
 */
export function numberingActions(
  open: OpenDraft,
  range: Range,
  context: CodeActionContext,
  options: NumberingActionOptions,
): CodeAction[] {
  const { only } = context;
  const language = options.language ?? ENGLISH;
  // Who has everything fixed at each save has not asked for other numbers: these are given by their name alone.
  if (only?.some((kind) => kind === FIX_NUMBERING)) {
    const all = withEdit(open, language.say(RENUMBER_ALL), FIX_NUMBERING, 'renumber', range, options);
    return all ? [all] : [];
  }
  if (only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const place = open.draft.locate(range.start);
  if (!place) return [];
  const actions: CodeAction[] = [];
  const offer = (kind: CodeActionKind, title: string, operation: NumberingOperation): void => {
    if (!wants(kind)) return;
    if (options.resolves) {
      const data: NumberingActionData = {
        numbering: { uri: options.uri, version: options.version, operation, range },
      };
      actions.push({ title, kind, data });
    } else {
      const action = withEdit(open, title, kind, operation, range, options);
      if (action) actions.push(action);
    }
  };
  for (const [kind, title, operation] of offers(open, place.block, range, language))
    offer(kind, language.say(title), operation);
  if (actions.some(({ title }) => title === language.say(RENUMBER_ALL))) {
    const title = language.say(phrase`Renumber the document with a preview…`);
    if (options.commands) {
      actions.push({ title, kind: REWRITE, command: { title, command: 'plenary.renumberWithPreview' } });
    } else if (options.annotations && options.resolves) {
      const data: NumberingActionData = {
        numbering: {
          uri: options.uri,
          version: options.version,
          operation: 'renumber',
          range,
          preview: true,
        },
      };
      actions.push({ title, kind: REWRITE, data });
    }
  }
  return actions;
}

const RENUMBER_ALL = phrase`Renumber the document`;

type Offer = readonly [kind: CodeActionKind, title: Sentence, operation: NumberingOperation];

function offers(open: OpenDraft, block: Block, range: Range, language: Language): Offer[] {
  const { draft } = open;
  const found: Offer[] = [];
  const paragraph = paragraphAt(draft, block);
  const adopted = draft.structure.status === 'adopted';
  const name: Argument = paragraph ? paragraphName(paragraph) : '';
  const possible = (outcome: object): boolean => !isRefused(outcome);
  if (!adopted) {
    if (paragraph) {
      for (const direction of ['up', 'down'] as const) {
        if (possible(paragraphMove(draft, block, direction)))
          found.push([MOVE, moved(name, direction), `move-${direction}`]);
      }
    }
    const section = sectionAt(draft, block);
    if (section) {
      const label = section.label?.text.replace(/\.$/, '');
      for (const direction of ['up', 'down'] as const) {
        if (possible(sectionMove(draft, block, direction)))
          found.push([
            MOVE,
            moved(label ? sectionName(section.label!.style, label) : phrase`the section`, direction),
            `section-${direction}`,
          ]);
      }
    }
  }
  const heading = adopted ? null : followable(draft, block);
  if (heading?.label) {
    const label = heading.label.text.replace(/\.$/, '');
    found.push([
      REWRITE,
      phrase`Insert another one behind ${sectionName(heading.label.style, label)}`,
      'insert',
    ]);
  }
  if (paragraph) {
    found.push([REWRITE, phrase`Insert a paragraph after ${name}`, 'insert']);
    if (!adopted)
      found.push([REWRITE, phrase`Insert a paragraph after ${name} and keep all numbers`, 'insert-frozen']);
    if (!adopted && paragraph === block) {
      if (possible(levelChange(draft, block, 1)))
        found.push([REWRITE, phrase`Make ${name} a subparagraph`, 'demote']);
      if (possible(levelChange(draft, block, -1)))
        found.push([REWRITE, phrase`Lift ${name} one level`, 'promote']);
    }
    if (!adopted) {
      const cited = citersOf(open).ofGroup(draft, paragraph);
      if (cited.length === 0) found.push([REWRITE, phrase`Delete ${name}`, 'delete']);
      else {
        const places = placesOf(cited, sayer(language));
        found.push(
          [
            REWRITE,
            phrase`Delete ${name} and mark the references to it (${places})`,
            'delete-marking-references',
          ],
          [REWRITE, phrase`Delete ${name} and leave the references to it (${places})`, 'delete'],
        );
      }
    }
  }
  if (!adopted) found.push(...renumberings(open, block, range));
  if (draft.structure.paragraphs.some(isSuffixed))
    found.push([REWRITE, phrase`Accept the numbering`, 'accept']);
  return found;
}

/** Ways of putting numbers in order; none where they are. */
function renumberings(open: OpenDraft, block: Block, range: Range): Offer[] {
  const plan = planRenumber(numberedOf(open));
  if (plan.edits.length === 0) return [];
  const found: Offer[] = [[REWRITE, RENUMBER_ALL, 'renumber']];
  const { container } = block;
  if (container.startsWith('annex') && changes(plan, (b) => b.container === container))
    found.push([REWRITE, phrase`Renumber ${containerWords(container)}`, 'renumber-annex']);
  const from = (paragraphAt(open.draft, block) ?? block).index;
  if (changes(plan, (b) => b.index >= from) && changes(plan, (b) => b.index < from))
    found.push([REWRITE, phrase`Renumber from here`, 'renumber-from-here']);
  if (range.start.line !== range.end.line) {
    const last = open.draft.locate(range.end)?.block.index ?? block.index;
    if (changes(plan, (b) => b.index >= block.index && b.index <= last))
      found.push([REWRITE, phrase`Renumber the selection`, 'renumber-selection']);
  }
  return found;
}

function changes(plan: NumberingPlan, where: (block: Block) => boolean): boolean {
  return plan.renumbered.some(({ block }) => where(block));
}

function moved(name: Argument, direction: 'up' | 'down'): Sentence {
  return direction === 'up' ? phrase`Move ${name} up` : phrase`Move ${name} down`;
}

/** "paragraph 12", "subparagraph 12 (b)". */
function paragraphName(block: Block): Sentence {
  return block.level > 1 ? phrase`subparagraph ${block.number}` : phrase`paragraph ${block.number}`;
}

/** "section II", "article 7", "annex I": what bears its kind in its label is called by it. */
function sectionName(style: string, label: string): Argument {
  return /^(?:article|annex|division)$/.test(style)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : phrase`section ${label}`;
}

function withEdit(
  open: OpenDraft,
  title: string,
  kind: CodeActionKind,
  operation: NumberingOperation,
  range: Range,
  options: NumberingActionOptions,
): CodeAction | undefined {
  const result = numberingOperation(open, operation, range, options.language);
  if (result.refused !== null || result.edits.length === 0) return undefined;
  return { title, kind, edit: { changes: { [options.uri]: [...result.edits] } } };
}

/** Whether an action's data is one of ours. */
export function isNumberingAction(data: unknown): data is NumberingActionData {
  return typeof data === 'object' && data !== null && 'numbering' in data;
}

/** The edit of an action that was chosen, or in words why it can't be made. */
export function resolveNumberingAction(
  open: OpenDraft,
  { numbering }: NumberingActionData,
  language: Language = ENGLISH,
): { edit: WorkspaceEdit } | { refused: string } {
  const result = numberingOperation(open, numbering.operation, numbering.range, language);
  if (result.refused !== null) return { refused: result.refused };
  if (!numbering.preview) return { edit: { changes: { [numbering.uri]: [...result.edits] } } };
  return {
    edit: {
      documentChanges: [
        {
          textDocument: { uri: numbering.uri, version: numbering.version },
          edits: result.edits.map((edit) => ({ ...edit, annotationId: 'renumber' })),
        },
      ],
      changeAnnotations: { renumber: { label: language.say(phrase`Renumber`), needsConfirmation: true } },
    },
  };
}
