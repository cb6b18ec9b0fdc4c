import assert from 'node:assert/strict';
import { folder, run } from './kit.js';

const REPORT = `Report of the Secretariat

I. Introduction

1. The Office held a meeting.

2. It was attended by all the the members.

4. The report was adopted.
`;

interface Found {
  readonly files: readonly {
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly related?: unknown;
    }[];
  }[];
}

describe('The languages of the command line', () => {
  it('are spoken by findings, summary and hints', () => {
    const cwd = folder({ 'report.md': REPORT });
    const { stdout, status } = run(['check', 'report.md', '--locale', 'fr'], { cwd });
    assert.equal(status, 1);
    assert.match(stdout, /Il manque le paragraphe 3\s: 4 suit 2\. .* \[paragraph-sequence\]/u);
    assert.match(stdout, /«\sthe\s» figure ici deux fois\. \(peut être corrigé\) \[doubled-word\]/u);
    assert.match(stdout, /erreur.* dans 1 document\.\n$/);
  });

  it('are spoken by JSON, whose codes and fingerprints stay', () => {
    const cwd = folder({ 'report.md': REPORT });
    const of = (locale: string): Found =>
      JSON.parse(
        run(['check', 'report.md', '--format', 'json', `--locale=${locale}`], { cwd }).stdout,
      ) as Found;
    const [english, spanish] = [of('en'), of('es')];
    const plain = (found: Found): unknown =>
      found.files.map(({ diagnostics }) =>
        diagnostics.map(({ related: _places, ...one }) => ({ ...one, message: '' })),
      );
    assert.deepEqual(plain(spanish), plain(english));
    const gap = spanish.files[0]!.diagnostics.find(({ code }) => code === 'paragraph-sequence');
    assert.match(gap!.message, /^Falta el párrafo 3: 4 sigue a 2\./);
  });

  it('are spoken by the threads of a large run', () => {
    const files = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`${i}.undoc`, REPORT]));
    const { stdout } = run(['check', '.', '--jobs', '2', '--locale', 'es'], { cwd: folder(files) });
    assert.equal(stdout.match(/Falta el párrafo 3/g)?.length, 14);
    assert.match(stdout, /en 14 documentos\.\n$/);
  });

  it('are spoken by the catalogue', () => {
    const { stdout } = run(['lookup', '75/158', '--locale', 'fr']);
    assert.match(stdout, /^Résolution 75\/158 \(Assemblée générale\)\n/);
    assert.match(stdout, /Adoptée le 16 décembre 2020 à la 46e séance plénière .*, sans être mise aux voix/);
    assert.match(
      run(['lookup', '75/158', '--locale', 'es']).stdout,
      /en la 46ª sesión plenaria .*, sin votación/,
    );
  });

  it('are spoken by the help and by what is wrong with a command line', () => {
    const { stdout } = run(['check', '--help', '--locale=fr']);
    assert.match(stdout, /^Utilisation\s: plenary check/u);
    assert.match(stdout, /\nOptions\s:\n/u);
    assert.match(stdout, /--locale <locale>\s+la langue des messages et de l’aide/);
    assert.match(stdout, /\(choix\s: "text",\s+"json"/);
    assert.match(stdout, /Code de sortie\s:/u);
    const wrong = run(['check', '--nothing', 'x', '--locale', 'es']);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /no existe la opción “--nothing”/);
    assert.match(
      run(['rules', 'no-such-rule', '--locale', 'fr']).stderr,
      /Il n’existe pas de règle «\sno-such-rule\s»/u,
    );
  });

  it('are three: another one is refused', () => {
    const { status, stderr } = run(['rules', '--locale', 'de']);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /option '--locale <locale>' argument 'de' is invalid\. Allowed choices are en, fr, es\./,
    );
  });

  it('are English where nothing was said, whatever the environment says', () => {
    const cwd = folder({ 'report.md': REPORT });
    const { stdout } = run(['check', 'report.md'], {
      cwd,
      env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' },
    });
    assert.match(stdout, /Paragraph 3 is missing/);
  });
});
