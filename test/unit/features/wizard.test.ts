import assert from 'node:assert/strict';
import { createDocument, newDocumentList } from '../../../server/src/features/wizard.js';

describe('The wizard of new documents', () => {
  const list = newDocumentList('2024-10-14');

  it('offers the bodies with the sessions that are likeliest today', () => {
    const assembly = list.bodies.find(({ name }) => name === 'General Assembly');
    assert.deepEqual(assembly?.sessions[0], { value: '79', label: 'seventy-ninth session', year: '2024' });
    const council = list.bodies.find(({ name }) => name === 'Economic and Social Council');
    assert.equal(council?.sessions[0]?.value, '2024');
    const third = list.bodies.find(({ name }) => name === 'Third Committee');
    assert.equal(third?.sessions[0]?.value, '79');
    assert.equal(list.bodies.find(({ name }) => name === 'Security Council')?.noun, null);
  });

  it('says what else a body is known by', () => {
    const known = (wanted: string): string | undefined =>
      list.bodies.find(({ name }) => name === wanted)?.known;
    assert.equal(known('Commission on Crime Prevention and Criminal Justice'), 'CCPCJ · E/CN.15');
    assert.equal(known('General Assembly'), 'GA');
    assert.equal(known('Working Group on Firearms'), '');
  });

  it('offers sessions that the template takes as answers', () => {
    for (const { name, sessions } of list.bodies) {
      for (const { value } of sessions.slice(0, 2)) {
        const made = createDocument('national-statement', { body: name, session: value });
        assert.ok('snippet' in made, `${name}: ${value}`);
      }
    }
  });

  it('can be taken over as it is offered, for each kind of document', () => {
    for (const { id, questions } of list.documents) {
      const answers = Object.fromEntries(questions.map(({ name, example }) => [name, example]));
      const made = createDocument(id, answers);
      assert.ok('snippet' in made, id);
    }
  });

  it('leaves open what was not answered, and says what is wrong with an answer', () => {
    const made = createDocument('national-statement', {});
    assert.ok('snippet' in made && made.snippet.includes('${1'));
    // Who leaves the tab stops still sees what is open, and so does whoever has no tab stops.
    assert.match(made.snippet, /\$\{\d+:\[What remains difficult, in one or two sentences\.\]\}/);
    assert.match(made.text, /(?<!\[)\[What remains difficult, in one or two sentences\.\](?!\])/);
    const wrong = createDocument('national-statement', { date: '31 February 2024' });
    assert.ok('error' in wrong && wrong.error.includes('31 February 2024'));
  });
});
