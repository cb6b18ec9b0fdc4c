import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../server/dist/', import.meta.url));

/** What a piece of the program brings along: itself, and each piece that it imports outright. */
function broughtBy(piece: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(piece)) return found;
  const source = readFileSync(path.join(DIST, piece), 'utf8');
  found.set(piece, source);
  for (const [, next] of source.matchAll(/^(?:import|export)\b[^;'"]*["']\.\/([^"']+)["']/gm))
    broughtBy(next!, found);
  return found;
}

/** The piece of the program that a command is read from when it is asked for. */
function pieceOf(command: string): string {
  const program = readFileSync(path.join(DIST, 'cli.js'), 'utf8');
  const piece = new RegExp(`\\{ ${command} \\} = await import\\("\\./([^"]+)"\\)`).exec(program)?.[1];
  assert.ok(piece, `${command} is read when it is asked for`);
  return piece;
}

describe('what a command loads', () => {
  const hasRules = (pieces: Map<string, string>): boolean =>
    [...pieces.values()].some((source) => source.includes('paragraph-sequence'));

  it('is the rules for a check', () => assert.ok(hasRules(broughtBy(pieceOf('runCheck')))));

  it('is no rules for a lookup, which answers before they would be read', () =>
    assert.ok(!hasRules(broughtBy(pieceOf('runLookup')))));

  it('is the front door alone for a plain question: everything else is read behind it', () => {
    const door = readFileSync(path.join(DIST, 'plenary.cjs'), 'utf8');
    assert.ok(!door.includes('paragraph-sequence') && !door.includes('showHelpAfterError'));
    const others = [...door.matchAll(/\b(import|require)\("\.\/([^"]+)"\)/g)].map(([, how, what]) => [
      how,
      what,
    ]);
    assert.deepEqual(others.sort(), [
      ['import', 'cli.js'],
      ['import', 'reading.js'],
    ]);
    assert.doesNotMatch(door, /JSON\.parse\(`/);
  });
});
