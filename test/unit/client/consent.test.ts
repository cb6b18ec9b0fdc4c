import assert from 'node:assert/strict';
import { mayHandOver, REFUSED, tellOfDraft, type AskPerson } from '../../../client/src/consent.js';

/** A person who answers in turn, and what they were asked. */
function person(...answers: readonly boolean[]): { ask: AskPerson; asked: string[] } {
  const asked: string[] = [];
  const left = [...answers];
  return {
    asked,
    ask: ({ message, detail, yes }) => {
      asked.push(`${message} [${yes}]`);
      assert.ok(detail.length > 40);
      const answer = left.shift();
      assert.notEqual(answer, undefined, 'was asked once too often');
      return Promise.resolve(answer!);
    },
  };
}

describe('Whether a draft may be handed to an assistant', () => {
  it('is asked once of a draft for everybody', async () => {
    const yes = person(true);
    assert.equal(await mayHandOver({ name: 'report.md', restriction: null }, yes.ask), true);
    assert.deepEqual(yes.asked, ['Hand “report.md” to the assistant? [Hand it over]']);
    assert.equal(await mayHandOver({ name: 'report.md', restriction: null }, person(false).ask), false);
  });

  it('is asked twice, in other words, of one that is not', async () => {
    const yes = person(true, true);
    assert.equal(await mayHandOver({ name: 'report.md', restriction: 'Confidential' }, yes.ask), true);
    assert.equal(yes.asked.length, 2);
    assert.match(yes.asked[1]!, /The masthead says “Confidential”.*although it is confidential/);
  });

  it('is not so when either answer is no, and after the first no nothing more is asked', async () => {
    const draft = { name: 'report.md', restriction: 'Limited' };
    assert.equal(await mayHandOver(draft, person(true, false).ask), false);
    assert.equal(await mayHandOver(draft, person(false).ask), false);
  });

  it('is asked again each time', async () => {
    const { ask, asked } = person(true, true, true);
    for (let i = 0; i < 3; i++) await mayHandOver({ name: 'a', restriction: null }, ask);
    assert.equal(asked.length, 3);
  });
});

describe('What an assistant is told of a draft', () => {
  const desk =
    (restrictions: readonly (string | null)[], read: string[]) =>
    (what: string): Promise<{ restriction: string | null; text: string }> => {
      const restriction = restrictions[read.length] ?? null;
      read.push(what);
      return Promise.resolve({ restriction, text: what === 'restriction' ? '' : `told: ${what}` });
    };

  it('is nothing before the person agreed', async () => {
    const read: string[] = [];
    const told = await tellOfDraft('a.md', 'check', { ask: person(false).ask, draft: desk([null], read) });
    assert.equal(told, REFUSED);
    assert.deepEqual(read, ['restriction']);
  });

  it('is what was asked for afterwards', async () => {
    const read: string[] = [];
    const draft = desk(['Limited', 'Limited'], read);
    assert.equal(
      await tellOfDraft('a.md', 'outline', { ask: person(true, true).ask, draft }),
      'told: outline',
    );
    assert.deepEqual(read, ['restriction', 'outline']);
  });

  it('is asked about again where the draft was marked meanwhile', async () => {
    const draft = desk([null, 'Restricted', 'Restricted'], []);
    assert.equal(await tellOfDraft('a.md', 'check', { ask: person(true, true, false).ask, draft }), REFUSED);
  });

  it('is that Plenary takes no interest, where it does not', async () => {
    const told = await tellOfDraft('README.md', 'check', {
      ask: person().ask,
      draft: () => Promise.resolve(null),
    });
    assert.match(told, /not taken for a United Nations document/);
  });
});
