import type { Rule } from '../rule.js';
import { isContradictedBy, MOST_TOLD, statementsOf, symbolKey, type StatementElsewhere } from '../stated.js';

const MASTHEAD = (dates: string, session = 'Eleventh session'): string =>
  `CTOC/COP/2022/3

Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Distr.: General
22 July 2022

${session}

${dates}

# Lamps of the harbours of the northern coast

Report of the Secretariat

I. Introduction

1. The lamps are old.
`;

const OTHER = `${MASTHEAD('Vienna, 17–21 October 2022').replace('2022/3', '2022/4')}
2. Lamps for Harbours and Boats of the Coast (LAMP4HOB) went on, as did Oil and Wicks for All Lamps (UN-LAMPS).
`;

const AGENDA = `${MASTHEAD('Vienna, 17–21 October 2022')
  .replace('2022/3', '2022/1')
  .replace(/# [^]*$/, '')}# Provisional agenda

1. Opening of the session.

2. Review of the lamps of the harbours:

(a) Lamps of the northern coast;

(b) Lamps of the southern coast.
`;

const WITH_ITEM = (title: string): string =>
  MASTHEAD(`Vienna, 17–21 October 2022\n\nItem 2 (b) of the provisional agenda*\n\n**${title}**`);

const meetingContradiction: Rule = {
  code: 'contradicts-other-document',
  ids: ['CONS-002', 'MAST-014', 'SPELL-012'],
  title: 'Documents of one meeting agree',
  why: 'Readers have the documents of a meeting side by side: where two of them give different dates, places, numbers or titles, one of them is wrong.',
  severity: { default: 'warning', record: 'information' },
  source: null,
  fix: 'none',
  messages: {
    default: 'Another document says otherwise: “{other}” ({document}). Check which of the two is right.',
    dates: '{document} gives “{other}” as the dates of this session. Check which of the two is right.',
    place: '{document} gives “{other}” as the place of this session. Check which of the two is right.',
    session: '{document} calls the meeting on these dates “{other}”. Check which of the two is right.',
    item: '{document} gives the title of this agenda item as “{other}”. Check which of the two is right.',
    acronym: '{document} writes this acronym “{other}”. Check which of the two is right.',
    title: '{document} gives the title of the same document as “{other}”. Check which of the two is right.',
  },
  wrong: [
    MASTHEAD('Vienna, ⟦17–22 October 2022⟧'),
    MASTHEAD('⟦Geneva⟧, 17–21 October 2022'),
    MASTHEAD('Vienna, 17–21 October 2022', '⟦Twelfth session⟧'),
    '1. See the report entitled “⟦Lamps of the harbours of the southern coast⟧” (CTOC/COP/2022/4).\n',
    '1. Lamps for Harbours and Boats of the Coast (⟦LAMPAHOB⟧) went on.\n',
    WITH_ITEM('⟦Review of the old lamps of harbours: lamps of the southern coast⟧'),
  ],
  right: [
    MASTHEAD('Vienna, 17–21 October 2022'),
    MASTHEAD('Vienna, 12–16 October 2020', 'Tenth session'),
    '1. Lamps for Harbours and Boats of the Coast (LAMP4HOB) and Boats and Lamps (LAMPAHOB) went on.\n',
    '1. Oil and Wicks for All Lamps (UN‑LAMPS) went on.\n',
    WITH_ITEM('Review of the lamps of the harbours: lamps of the southern coast'),
    '1. See the reports entitled “Lamps of the harbours” (CTOC/COP/2022/4) and “Buoys” (CTOC/COP/2022/4).\n',
  ],
  exampleElsewhere: [OTHER, AGENDA],
  draft: {
    reads: [
      'structure',
      'elsewhere',
      'citation:symbol',
      'citation:date-range',
      'citation:acronym',
      'citation:acronym-definition',
    ],
    check(context) {
      const { elsewhere, body, symbol } = context.facts;
      if (!elsewhere) return;
      const own = symbol === null ? '' : symbolKey(symbol);
      for (const statement of statementsOf(context.draft, body, (block) => context.citationsIn(block))) {
        const others = elsewhere
          .about(statement.about)
          .filter((other) => isContradictedBy(statement, own, other));
        const [first] = others;
        if (!first) continue;
        const { start, end } = statement.span;
        context.report(
          statement.block,
          { kind: 'source', start, end },
          {
            variant: statement.kind,
            args: { other: first.words, document: first.document },
            elsewhere: others.slice(0, MOST_TOLD).map((other) => linked(other)),
          },
        );
      }
    },
  },
};

function linked({ uri, range, words, document }: StatementElsewhere): {
  readonly uri: string;
  readonly range: StatementElsewhere['range'];
  readonly message: string;
} {
  return { uri, range, message: `${document}: “${words}”` };
}

export const rules: readonly Rule[] = [meetingContradiction];
