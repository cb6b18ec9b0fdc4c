import type { Range } from 'vscode-languageserver-types';
import type { Health, HealthItem, HealthOfPart } from './features/health.js';
import type { ImportFile, ImportOutcome } from './features/importing.js';
import type { NumberingOperation, NumberingResult } from './features/numbering.js';
import type { DocumentKind, DocumentLanguage, DocumentStatus } from './document/kinds.js';

/**
 * The messages that the server and its own client speak beyond the standard protocol. Another client may ignore
 * all of them: nothing of the standard protocol depends on one. Names and shapes are a contract between two
 * versions of one extension and may change with each.
 */

/** What the server takes an open document for. Sent when a document is opened and whenever one of these changes. */
export interface DocumentStatusParams {
  readonly uri: string;
  /** The version of the text that this was found in. */
  readonly version: number;
  /** Whether the server attends to the document at all; the other fields then tell what it would be. */
  readonly recognized: boolean;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly language: DocumentLanguage;
  /** Words of body, headings, notes and annexes; a hyphenated compound is one. */
  readonly words: number;
  /** How many words it may have, or null where nothing limits it. */
  readonly limit: number | null;
  /** How fast a statement is read aloud, and the minutes that are allowed; 0 where nothing was said. */
  readonly wordsPerMinute: number;
  readonly minutes: number;
}
/** Server to client, a notification. */
export const DOCUMENT_STATUS = 'plenary/documentStatus';

/** What a person says a document is: a kind, `none` for "not a United Nations document", null to be found out. */
export type ChosenKind = DocumentKind | 'none' | null;

/** Client to server, a request; kept until the server ends. The answer is null, a status notification follows. */
export interface SetKindParams {
  readonly uri: string;
  readonly kind: ChosenKind;
}
export const SET_KIND = 'plenary/setKind';

/** Server to client: the files of a workspace that no disk holds. A file that is not there is answered with null. */
export interface FileParams {
  readonly uri: string;
}
/** A request for a file's text, decoded as the editor would; null when it is not there or is not text. */
export const READ_FILE = 'plenary/fs/readFile';
export type ReadFileResult = { readonly text: string } | null;

/** A request for the names in a folder. */
export const READ_DIRECTORY = 'plenary/fs/readDirectory';
export type ReadDirectoryResult = readonly DirectoryEntry[] | null;
export interface DirectoryEntry {
  readonly name: string;
  /** A symbolic link is what it points at. */
  readonly type: 'file' | 'directory' | 'other';
  /** The entry is a symbolic link. */
  readonly link?: boolean;
}

/** A request for what a path is, how large (bytes) and how old (milliseconds since 1970). */
export const STAT = 'plenary/fs/stat';
export type StatResult = {
  readonly type: DirectoryEntry['type'];
  readonly size: number;
  readonly modified: number;
} | null;

/** A request for the bytes of the catalogue, where the server has no disk to read them from; null when absent. */
export const CATALOGUE = 'plenary/catalogue';
export type CatalogueResult = Uint8Array | null;

/** What the client tells about itself in `initializationOptions`. All of it may be absent with another client. */
export interface PlenaryInitializationOptions {
  /** The client answers the `plenary/fs/…` requests. */
  readonly fileSystem?: boolean;
  /** The client answers `plenary/catalogue`. */
  readonly catalogue?: boolean;
  /** The client shows what `plenary/documentStatus` says. */
  readonly documentStatus?: boolean;
  /**
   * The client has the commands `plenary.showReferences`, `plenary.renumberWithPreview` and `plenary.reportFalseAlarm`,
   * and those of the server by itself; where it asks for the findings of folders it waits until something changed.
   */
  readonly commands?: boolean;
  /** The table of translations for the client's language, where the server has no disk to read it from. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The address of the user's own catalogue, where the client keeps one; the file may be absent. */
  readonly ownCatalogue?: string;
  /** The user's settings, as in the section `plenary`, for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/**
 * Commands for `workspace/executeCommand`. The first checks every document of the folders and shows what it finds in
 * closed ones, which it follows from then on; it is answered with a `CheckFolderResult`. The second takes that away.
 */
export const CHECK_FOLDER = 'plenary.checkFolder';
export const UNCHECK_FOLDER = 'plenary.uncheckFolder';

/** What was found in the documents that are closed; findings of those that are open are told with them. */
export interface CheckFolderResult {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  /** Files or folders that were not read, because they are too large or too many. */
  readonly leftOut: number;
  /** Folders that could not be listed: closed documents in them are not known. */
  readonly unlisted: number;
  readonly cancelled: boolean;
}

/** Asks for the case of a finding that a person takes for wrong, made anonymous; null where none is there. */
export const FALSE_ALARM = 'plenary/falseAlarm';
export interface FalseAlarmParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  /** The rule's code; null for the first finding at the place. */
  readonly code: string | null;
}

/** Asks how a document stands; answered with a `HealthResult`. */
export const HEALTH = 'plenary/health';
export interface HealthParams {
  readonly textDocument: { readonly uri: string };
  /** What the document is called in the report. */
  readonly name: string;
}
export interface HealthResult {
  readonly health: Health;
  /** The same as Markdown, to be filed or sent. */
  readonly report: string;
}
export type { Health, HealthItem, HealthOfPart };

/** Reads exports into the user's own catalogue; answered with an `ImportOutcome`, whose table the client writes. */
export const CATALOGUE_IMPORT = 'plenary/catalogue/import';
export interface CatalogueImportParams {
  readonly files: readonly ImportFile[];
}
/** Tells that the user's own catalogue was written: what depends on it is known anew when it is answered. */
export const CATALOGUE_CHANGED = 'plenary/catalogue/changed';
export type { ImportOutcome };

/** Asks for an operation on the numbers of a document; answered with a `NumberingResult`, or null where none is attended to. */
export const NUMBERING = 'plenary/numbering';

export interface NumberingParams {
  readonly textDocument: { readonly uri: string };
  readonly operation: NumberingOperation;
  /** The cursor or the selection; for Enter, the line break that was typed. */
  readonly range: Range;
  /**
   * What was typed since a key was pressed; for Enter, with its line break. The plan is made as if it were not there yet,
   * and its edits leave it where it is; see `numberingWhileTyping`.
   */
  readonly typed?: Range;
}

export type { NumberingOperation, NumberingResult };

export * from './deskMessages.js';
export * from './assistMessages.js';
