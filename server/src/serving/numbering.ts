import type { CodeAction } from 'vscode-languageserver';
import {
  CodeActionResolveRequest,
  DocumentOnTypeFormattingRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
} from './protocol.js';
import { numberingOperation, numberingWhileTyping } from '../features/numbering.js';
import {
  isNumberingAction,
  resolveNumberingAction,
  type NumberingActionOptions,
} from '../features/numberingActions.js';
import { formatOnEnter } from '../features/onTypeFormatting.js';
import { prepareRename, rename } from '../features/rename.js';
import { phrase } from '../l10n/phrase.js';
import type { OpenDocument } from '../workspace/documents.js';
import type { Answering } from './answering.js';
import { NumberingRequest } from './requests.js';
import type { Session } from './session.js';

/** Numbering: operations of our own client, and what the standard protocol has of it. */
export function answerNumbering(answering: Answering): void {
  const { session } = answering;
  answering.answer(NumberingRequest, null, ({ open }, { operation, range, typed }) =>
    typed
      ? numberingWhileTyping(open, operation, range, typed, session.language)
      : numberingOperation(open, operation, range, session.language),
  );
  answering.answer(PrepareRenameRequest.type, null, ({ open }, { position }) =>
    prepareRename(open, position),
  );
  answering.answer(RenameRequest.type, null, ({ document, open }, { position, newName }) => {
    const outcome = rename(open, position, newName, session.language);
    if ('refused' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused);
    return { changes: { [document.uri]: outcome.edits } };
  });
  answering.answer(DocumentOnTypeFormattingRequest.type, null, ({ open }, { position }) =>
    formatOnEnter(open, position),
  );
  session.connection.onRequest(CodeActionResolveRequest.type, (action) => resolved(session, action));
}

/** An action on numbers with its edit; all others come with theirs. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (!isNumberingAction(data)) return action;
  const { uri, version } = data.numbering;
  const document = session.documents.get(uri);
  if (!document?.open || document.version !== version)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      session.language.say(phrase`The text has changed: please choose again.`),
    );
  const outcome = resolveNumberingAction(document.open, data, session.language);
  if ('refused' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused);
  return { ...action, edit: session.toClient(outcome.edit, uri) };
}

/** How actions on numbers are offered to the client. */
export function numberingActionOptions(
  { client, language, options }: Session,
  { uri, version }: OpenDocument,
): NumberingActionOptions {
  const { codeAction } = client.textDocument ?? {};
  return {
    language,
    uri,
    version,
    resolves:
      (codeAction?.dataSupport ?? false) &&
      (codeAction?.resolveSupport?.properties.includes('edit') ?? false),
    annotations: client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    commands: options.commands ?? false,
  };
}
