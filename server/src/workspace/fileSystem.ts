/**
 * The files around the open drafts. What is not there, is no text or can't be read is null: the engine then goes on
 * without it. Addresses are URIs as the client writes them.
 */
export interface FileSystem {
  /** The text of a file. */
  readFile(uri: string): Promise<string | null>;
  /** The names in a folder. */
  readDirectory(uri: string): Promise<readonly FolderEntry[] | null>;
  /** What an address is; size in bytes, age in milliseconds since 1970. */
  stat(uri: string): Promise<FileFacts | null>;
}

export interface FolderEntry {
  readonly name: string;
  /** A symbolic link is what it points at. */
  readonly type: FileType;
  /** The entry is a symbolic link: one to a folder may lead round in a circle. */
  readonly link?: boolean;
}

export interface FileFacts {
  readonly type: FileType;
  readonly size: number;
  readonly modified: number;
}

export type FileType = 'file' | 'directory' | 'other';

/** A file system without files: for clients that offer none. */
export const NO_FILES: FileSystem = {
  readFile: () => Promise.resolve(null),
  readDirectory: () => Promise.resolve(null),
  stat: () => Promise.resolve(null),
};
