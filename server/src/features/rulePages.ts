/**
 * Where the pages of the rules are read: `docs/rules/<code>.md` of the repository that publishes the extension. This is
 * the only place that knows it; whoever publishes sets it together with `publisher` and `repository` in the manifest.
 */
const RULE_PAGES = 'https://github.com/to-be-set-by-whoever-publishes/plenary/blob/main/docs/rules/';

/** The address of a rule's page. Nothing is opened here: an address is followed on a person's click only. */
export function rulePage(code: string): string {
  return `${RULE_PAGES}${encodeURIComponent(code)}.md`;
}
