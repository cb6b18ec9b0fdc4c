import type { Severity } from '../../document/kinds.js';
import type { FixKind } from '../../rules/rule.js';
import { RULES } from '../../rules/table.js';
import { pick } from '../../rules/ruleSet.js';
import { VERSION } from '../../version.js';
import type { CheckedFile } from '../checking.js';

/** SARIF has three levels and "none". */
const LEVELS: Readonly<Record<Severity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** A log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Its columns are UTF-16 code units from 1 on. */
export function sarif(files: readonly CheckedFile[]): unknown {
  const used = new Set(files.flatMap((file) => file.diagnostics.map((one) => one.code)));
  const rules = RULES.filter((rule) => used.has(rule.code));
  const indices = new Map(rules.map((rule, index) => [rule.code, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plenary',
            semanticVersion: VERSION,
            rules: rules.map((rule) => ({
              id: rule.code,
              name: rule.code.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              ...(rule.source === null ? {} : { help: { text: `${rule.why}\n\nSource: ${rule.source}` } }),
              defaultConfiguration: { level: LEVELS[pick(rule.severity, 'other') ?? 'off'] },
              properties: { tags: [...rule.ids], fix: rule.fix satisfies FixKind },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          ROOT: { description: { text: 'The folder in which the program was started.' } },
        },
        artifacts: files.map((file) => ({
          location: location(file.path),
          properties: { kind: file.kind },
        })),
        results: files.flatMap((file, index) =>
          file.diagnostics.map((one) => ({
            ruleId: one.code,
            ruleIndex: indices.get(one.code) ?? -1,
            level: LEVELS[one.severity],
            message: { text: one.message },
            locations: [physical(file.path, index, one)],
            ...(one.related
              ? {
                  relatedLocations: one.related.map((place, id) => ({
                    id,
                    ...physical(file.path, index, place),
                    message: { text: place.message },
                  })),
                }
              : {}),
            partialFingerprints: { 'plenary/v1': one.fingerprint },
            properties: { severity: one.severity, fix: one.fix },
          })),
        ),
      },
    ],
  };
}

interface Placed {
  readonly offset: number;
  readonly length: number;
  readonly range: CheckedFile['diagnostics'][number]['range'];
}

function physical(path: string, index: number, { offset, length, range }: Placed): object {
  return {
    physicalLocation: {
      artifactLocation: { ...location(path), index },
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        charOffset: offset,
        charLength: length,
      },
    },
  };
}

/** A path inside the folder is relative to it, another one absolute. Standard input has a name that no file has. */
function location(path: string): { uri: string; uriBaseId?: string } {
  if (path === '-') return { uri: 'stdin' };
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return /^(?:\/|[A-Za-z]:)/.test(path)
    ? { uri: path.startsWith('/') ? `file://${uri}` : `file:///${uri.replace('%3A', ':')}` }
    : { uri, uriBaseId: 'ROOT' };
}
