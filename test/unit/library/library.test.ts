import assert from 'node:assert/strict';
import {
  analyse,
  applyEdits,
  applySafeFixes,
  describeRules,
  merge,
  newDocument,
  open,
  openCatalogue,
  renumberDraft,
  DEFAULTS,
} from '../../../server/src/index.js';
import { KINDS } from '../../../server/src/document/kinds.js';

const text = (body: string): string => `# Report of the Secretariat\n\n${body}\n`;
const fixed = (body: string): string =>
  applySafeFixes(text(body), { kind: 'report' }).text.slice(text('').length - 1, -1);

describe('analyse', () => {
  it('gives places whose texts are exactly those of the source', () => {
    const source = text(
      '1. In its resolution 75/\n158, of **16 December\n2020**, the Assembly cited [A/75/292](#) and para. 1\n(a) above.',
    );
    const { inspection, diagnostics } = analyse(source, { kind: 'report' });
    const places = [
      ...inspection.resolutions,
      ...inspection.symbols,
      ...inspection.paragraphReferences,
      ...inspection.dates,
    ];
    assert.ok(places.length >= 4);
    for (const { offset, text: words } of places)
      assert.equal(source.slice(offset, offset + words.length), words);
    for (const { offset, length, range } of diagnostics) {
      const before = source.slice(0, offset).split('\n');
      assert.deepEqual(range.start, { line: before.length - 1, character: before.at(-1)!.length });
      assert.ok(offset + length <= source.length);
    }
  });

  it('reads every text', () => {
    for (const odd of [
      '',
      '\ufeff',
      '\u0000\u0001',
      '\ud800',
      '1.',
      '#',
      '---\n',
      '\r\r\r',
      '<!--',
      '[^1]:',
      '|'.repeat(999),
    ]) {
      const { inspection, diagnostics } = analyse(odd);
      assert.equal(typeof inspection.words, 'number');
      for (const { offset, length } of diagnostics) assert.ok(offset >= 0 && offset + length <= odd.length);
    }
  });

  it('depends on its arguments alone', () => {
    const source = text('1. It was held on 31 November 2023.\n\n3. It was closed the the same day.');
    const options = { kind: 'report', today: '2024-05-01' } as const;
    assert.deepEqual(analyse(source, options), analyse(source, options));
  });

  it('says whether a text shows that it is a United Nations document', () => {
    assert.equal(analyse('# Pancakes\n\n1. Eggs.\n').recognized, false);
    assert.equal(
      analyse('A/79/912\n\nGeneral Assembly\n\nSeventy-ninth session\n\nReport of the Secretary-General\n')
        .recognized,
      true,
    );
  });

  it('tells findings apart, and knows them again where they have moved', () => {
    const before = text(
      '1. It was the the end.\n\n2. It was the the end.\n\n3. It was held on 31 November 2023.',
    );
    const after = text(
      '1. Something was put before it.\n\n2. It was the the end.\n\n3. It was the the end.\n\n4. It was held on 31 November 2023.',
    );
    const prints = (source: string): string[] =>
      analyse(source, { kind: 'report' })
        .diagnostics.filter(({ code }) => code === 'doubled-word' || code === 'impossible-date')
        .map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints(before)).size, 3);
    assert.deepEqual(prints(after), prints(before));
  });
});

describe('open', () => {
  it('gives a draft whose findings follow its edits', () => {
    const draft = open(text('1. It was the the end.'), { kind: 'report' });
    const codes = (): string[] => draft.findings().map(({ rule }) => rule.code);
    assert.ok(codes().includes('doubled-word'));
    draft.edit({ start: { line: 2, character: 10 }, end: { line: 2, character: 14 } }, '');
    assert.equal(draft.draft.text, text('1. It was the end.'));
    assert.ok(!codes().includes('doubled-word'));
  });
});

describe('applySafeFixes', () => {
  it('mends several places of one text at once', () =>
    assert.equal(fixed('1. The the Office organised it at 14:00.'), '1. The Office organized it at 2 p.m.'));

  it('applies the rules that are named only', () => {
    const source = text('1. The the Office organised it.');
    const { text: out, applied } = applySafeFixes(source, { kind: 'report' }, new Set(['doubled-word']));
    assert.equal(out, text('1. The Office organised it.'));
    assert.deepEqual(applied, { 'doubled-word': 1 });
  });

  it('leaves a text alone that needs nothing, and one that it has mended', () => {
    const once = fixed('1. The the Office organised it from 2019-2021.');
    assert.equal(fixed(once), once);
    assert.equal(applySafeFixes('', {}).text, '');
  });

  it('takes a draft that is open, and does not change it', () => {
    const draft = open(text('1. The the Office.'), { kind: 'report' });
    assert.equal(applySafeFixes(draft, { kind: 'report' }).text, text('1. The Office.'));
    assert.equal(draft.draft.text, text('1. The the Office.'));
  });
});

describe('renumberDraft', () => {
  it('puts the numbers in order, and the references with them, in a text of its own', () => {
    const source = text('1. See paragraph 4 below.\n\n2. It met.\n\n4. It ended.');
    const draft = open(source, { kind: 'report' });
    assert.deepEqual(renumberDraft(draft), {
      after: text('1. See paragraph 3 below.\n\n2. It met.\n\n3. It ended.'),
      labels: 1,
      references: 1,
      problems: [],
      refused: null,
    });
    assert.equal(draft.draft.text, source);
  });

  it('leaves an adopted text as it is, and says why', () => {
    const source =
      'Resolution adopted by the General Assembly on 16 December 2020\n\n75/158. Lamps\n\nThe General Assembly,\n\n1. Takes note of the report;\n\n3. Decides to remain seized of the matter.\n';
    const { after, labels, refused } = renumberDraft(open(source));
    assert.deepEqual([after, labels], [source, 0]);
    assert.match(refused ?? '', /adopted/);
  });
});

describe('applyEdits', () => {
  it('makes edits that are in order', () =>
    assert.equal(
      applyEdits('abcdef', [
        { start: 0, end: 1, text: 'A' },
        { start: 3, end: 3, text: '-' },
        { start: 5, end: 6, text: '' },
      ]),
      'Abc-de',
    ));
});

describe('openCatalogue', () => {
  it('says what is wrong with bytes that are no catalogue', () =>
    assert.throws(() => openCatalogue(new Uint8Array(64)), /The catalogue cannot be read: not-a-catalogue/));

  it('makes do without one', () => assert.equal(openCatalogue(null).size, 0));
});

describe('describeRules', () => {
  it('gives each rule a severity for each kind, and follows the settings', () => {
    for (const { severity, code } of describeRules())
      assert.deepEqual(Object.keys(severity), [...KINDS], code);
    const settings = merge(DEFAULTS, { rules: { 'paragraph-sequence': { statement: 'hint' } } });
    const rule = describeRules(settings).find(({ code }) => code === 'paragraph-sequence')!;
    assert.equal(rule.severity.statement, 'hint');
    assert.notEqual(rule.severity.report, 'hint');
  });
});

describe('newDocument', () => {
  it('makes a document that the library takes for what it is', () => {
    const made = newDocument('report', { session: '12' });
    assert.ok(made.ok);
    assert.equal(analyse(made.document.text).inspection.kind, 'report');
  });
});
