/** A draft that an assistant asks for. */
export interface DraftAsked {
  /** What the person knows it by: its path in the workspace, or the title of a tab. */
  readonly name: string;
  /** The word of its masthead that says that it is not for everybody; null where nothing says so. */
  readonly restriction: string | null;
}

/** A question to the person that nothing but their answer ends; true for yes. */
export type AskPerson = (question: {
  readonly message: string;
  readonly detail: string;
  /** What the button for "yes" says. */
  readonly yes: string;
}) => Promise<boolean>;

/** Words a sentence for the person: `vscode.l10n.t`, or English where no editor is there. */
export type Words = (message: string, ...args: readonly string[]) => string;

const plain: Words = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (place, index: string) => args[Number(index)] ?? place);

/**
 * Whether a draft may be handed to an assistant. The person is asked each time, and a second time, in words of its own,
 * where the masthead says that the draft is not for everybody. Nothing is remembered. The question is our own and not
 * the host's confirmation of a tool, because a host can be told to confirm for good.
 */
export async function mayHandOver(
  { name, restriction }: DraftAsked,
  ask: AskPerson,
  t: Words = plain,
): Promise<boolean> {
  const first = await ask({
    message: t('Hand “{0}” to the assistant?', name),
    detail: t(
      'An assistant has asked Plenary about this draft. What it is told (findings, headings, what the draft cites) goes where the assistant sends it; Plenary itself sends nothing anywhere.',
    ),
    yes: t('Hand it over'),
  });
  if (!first || restriction === null) return first;
  return ask({
    message: t('The masthead says “{0}”. Hand “{1}” over all the same?', restriction, name),
    detail: t(
      'The distribution of this document is limited. Whoever runs the assistant may receive what Plenary tells of it. Only hand it over if those who own the document allow it.',
    ),
    yes: t('Hand over although it is {0}', restriction.toLowerCase()),
  });
}

/** What an assistant is told when the person said no. */
export const REFUSED =
  'The user did not agree that this draft is handed over. Do not ask again unless the user says so.';

/** What a tool does with the server, cut off from the editor for tests. */
export interface DraftDesk {
  readonly ask: AskPerson;
  /** Words the questions; English unless told. */
  readonly t?: Words;
  /** What the server says of the draft; null where it takes no interest in it. */
  draft(
    what: 'restriction' | 'check' | 'outline',
  ): Promise<{ restriction: string | null; text: string } | null>;
}

/**
 * What an assistant is told of a draft: what the server says once the person agreed, or why nothing. The person agrees to
 * a restriction that was shown; one that was written into the draft meanwhile is asked about again.
 */
export async function tellOfDraft(name: string, what: 'check' | 'outline', desk: DraftDesk): Promise<string> {
  let before = await desk.draft('restriction');
  for (;;) {
    if (!before)
      return `“${name}” is not taken for a United Nations document. The user can change that: “Plenary: Change the document kind…”.`;
    if (!(await mayHandOver({ name, restriction: before.restriction }, desk.ask, desk.t))) return REFUSED;
    const told = await desk.draft(what);
    if (told && (told.restriction === null || told.restriction === before.restriction)) return told.text;
    before = told;
  }
}
