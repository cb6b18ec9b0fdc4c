/** A report in which paragraph 3 is missing and a word is doubled. */
export const REPORT = `CTOC/COP/2024/91

Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Twelfth session

Vienna, 14–18 October 2024

# Training of labour inspectors

## Report of the Secretariat

## I. Introduction

1. In its resolution 75/158, the General Assembly invited the Office to report.

2. The Office organised the the training in Arendale.

4. Further information is given in paragraph 2 above.
`;

/** The same with its mistakes mended by hand. */
export const CLEAN = REPORT.replace('the the', 'the')
  .replace('organised', 'organized')
  .replace('4. Further', '3. Further');

/** No document of the United Nations. */
export const RECIPE = '# Pancakes\n\n1. Take three eggs.\n\n2. Add flour and milk.\n';
