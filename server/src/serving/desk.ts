import { ASSIST_LOOK_UP, type AssistLookUpParams } from '../assistMessages.js';
import { NEW_DOCUMENT_CREATE, NEW_DOCUMENT_LIST, type NewDocumentCreateParams } from '../deskMessages.js';
import { restrictionOf } from '../document/restriction.js';
import { cleanUpEdits } from '../features/cleanUp.js';
import { falseAlarmCase, findingAt } from '../features/falseAlarm.js';
import { healthOf, healthReport } from '../features/health.js';
import { sayEnglish } from '../features/messages.js';
import { movePart, outline, wordsWithin } from '../features/outline.js';
import { tellFindings, tellOf, tellOutline } from '../library/assist.js';
import { CATALOGUE_IMPORT, type CatalogueImportParams } from '../messages.js';
import { VERSION } from '../version.js';
import type { Answering } from './answering.js';
import {
  AssistDraftRequest,
  CleanUpRequest,
  FalseAlarmRequest,
  HealthRequest,
  InsertOffersRequest,
  InsertRequest,
  MovePartRequest,
  OutlineRequest,
  PasteRequest,
  RenderForWordRequest,
  RenderRequest,
  WordsWithinRequest,
} from './requests.js';

/** What our own client asks for on behalf of a person at the desk, beyond the standard protocol. */
export function answerDesk(answering: Answering): void {
  const { session } = answering;
  const { connection, host } = session;
  const { pieces } = host;
  answering.answer(CleanUpRequest, null, ({ open }) => cleanUpEdits(open.draft));
  answering.answerBy(
    pieces.writing,
    InsertOffersRequest,
    null,
    ({ insertOffers }, { open, knowledge }, { position, what, query }) =>
      insertOffers(open, position, what, query, knowledge),
    { catalogue: true },
  );
  answering.answerBy(
    pieces.writing,
    InsertRequest,
    null,
    ({ insertAt }, { open, knowledge }, { position, what }) => insertAt(open, position, what, knowledge),
  );
  answering.answerBy(pieces.paste, PasteRequest, null, ({ pastedText }, { open }, { html }) =>
    pastedText(open.draft, html),
  );
  answering.answer(OutlineRequest, null, ({ open }) => outline(open));
  answering.answer(MovePartRequest, null, ({ open }, { source, target }) =>
    movePart(open, source, target, session.language),
  );
  answering.answer(WordsWithinRequest, null, ({ open }, { ranges }) => wordsWithin(open.draft, ranges));
  answering.answerBy(pieces.render, RenderRequest, null, ({ rendered }, { open }, options) =>
    rendered(open.draft, options),
  );
  answering.answerBy(pieces.render, RenderForWordRequest, null, ({ forWord }, { open }) =>
    forWord(open.draft),
  );
  answering.answer(HealthRequest, null, ({ document, open, knowledge }, { name }) => {
    const health = healthOf(open, document.saved, knowledge.say, session.language);
    // What is filed is in the language of the documents.
    const english = healthOf(open, document.saved, sayEnglish);
    return { health, report: healthReport(english, name, host.today()) };
  });
  answering.answer(FalseAlarmRequest, null, ({ document, open }, { range, code }) => {
    const finding = findingAt(open, range, code, document.saved);
    return finding ? falseAlarmCase(open, finding, VERSION) : null;
  });
  connection.onRequest(NEW_DOCUMENT_LIST, async () =>
    (await pieces.writing()).newDocumentList(host.today(), session.language),
  );
  connection.onRequest(
    NEW_DOCUMENT_CREATE,
    async ({ id, answers }: NewDocumentCreateParams): Promise<unknown> =>
      (await pieces.writing()).createDocument(id, answers, session.language),
  );
  connection.onRequest(CATALOGUE_IMPORT, async ({ files }: CatalogueImportParams) => {
    const { catalogues } = answering;
    await catalogues.load();
    const { importFiles } = await pieces.importing();
    return importFiles(await catalogues.ownText(), files, catalogues.builtIn, session.t);
  });
}

/** What our own client asks for on behalf of an assistant; it has asked the person before. */
export function answerAssistants(answering: Answering): void {
  const { session, catalogues } = answering;
  session.connection.onRequest(ASSIST_LOOK_UP, async ({ query, limit }: AssistLookUpParams) => {
    await catalogues.load();
    const today = session.host.today();
    return session.run(ASSIST_LOOK_UP, '', () =>
      tellOf(query, catalogues.view, session.t, { ...(limit === undefined ? {} : { limit }), today }),
    );
  });
  answering.answer(
    AssistDraftRequest,
    null,
    ({ open }, { what, severity }) => ({
      restriction: restrictionOf(open.draft),
      text:
        what === 'check'
          ? tellFindings(open, severity, session.language)
          : what === 'outline'
            ? tellOutline(open)
            : '',
    }),
    { catalogue: true },
  );
}
