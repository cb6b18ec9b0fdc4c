import { InvalidArgumentError, Option, type Command } from 'commander';
import { KINDS, SEVERITIES, type DocumentKind, type Severity } from '../document/kinds.js';
import { PROFILES, type Profile } from '../settings/settings.js';
import { today as todayOfClock } from '../clock.js';
import { said } from './language.js';

/** What every command that reads documents understands. */
export interface CommonOptions {
  readonly today: string;
  readonly profile?: Profile;
  readonly catalogue?: readonly string[];
}

/** What the commands that read files understand as well. */
export interface FileOptions extends CommonOptions {
  readonly kind?: DocumentKind;
  readonly config?: string;
  readonly jobs?: number;
  readonly ifRecognized?: boolean;
}

/** Adds `--today`, `--profile` and `--catalogue`. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--today <date>',
        said`the day that counts as today, as YYYY-MM-DD, for runs that can be repeated`,
      )
        .argParser(readDate)
        .default(todayOfClock(), said`the date of this computer`),
    )
    .addOption(
      new Option(
        '--profile <name>',
        said`for whom the documents are written: how severe each rule is`,
      ).choices(PROFILES),
    )
    .option(
      '--catalogue <file>',
      said`another catalogue of resolutions that counts before the built-in one (may be given more than once)`,
      (file: string, before: readonly string[] | undefined) => [...(before ?? []), file],
    );
}

/** Adds what tells how files are read: `--kind`, `--config`, `--if-recognized` and `--jobs`. */
export function withFileOptions(command: Command): Command {
  return withCommonOptions(
    command
      .addOption(
        new Option(
          '--kind <kind>',
          said`take every document for one of this kind, whatever its text says`,
        ).choices(KINDS),
      )
      .option(
        '--config <file>',
        said`settings from this file, instead of a plenary.config.json found upwards`,
      )
      .option(
        '--if-recognized',
        said`pass over files that are named, too, where nothing shows that they are United Nations documents`,
      )
      .addOption(
        new Option('--jobs <number>', said`how many files are worked on at a time`)
          .argParser(readCount(1))
          .default(undefined, said`as many as the computer has processors`),
      ),
  );
}

/** `--severity`, with what it means said by the command. */
export function severityOption(meaning: string): Option {
  return new Option('--severity <severity>', meaning).choices(SEVERITIES);
}

/** Whether a severity is at a threshold or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** Reads a whole number that is not below a bound. */
export function readCount(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new InvalidArgumentError(said`A whole number is needed, ${least} or more.`);
    return Number(text);
  };
}

/** Reads a day that exists. */
export function readDate(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError(said`A day that exists is needed, as YYYY-MM-DD.`);
  return text;
}
