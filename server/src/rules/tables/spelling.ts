import type { TermRow } from './terms.js';

/*
 * Word lists. Each row says where its form is known from: the spelling page of the Editorial Manual through the digest
 * that the United Nations University published of it, the manual of the United Nations Office for Disaster Risk
 * Reduction, which was checked against the Editorial Manual in 2026, or the usage of published documents.
 */
const DIGEST = 'United Nations University, digest of the Editorial Manual, spelling';
const UNDRR = 'United Nations Office for Disaster Risk Reduction, editorial manual, spelling';
const USAGE = 'usage of published documents';

/** Verbs in -ize: what stands before -ize, -ized, -ization. Source of all rows: the digest. */
const IZE_STEMS =
  `actual agon alphabet american amort analog anonym antagon apolog atom author bureaucrat cannibal capital categor
  central character christian circular civil collectiv colon commercial compartmental computer conceptual
  constitutional container contextual criminal critic crystall custom decentral decolon decriminal dehuman demagnet
  demarginal demilitar democrat demobil demon demonet demoral denational denuclear depersonal depolitic deregular
  desensit destabil destigmat digit digital disorgan dramat econom emphas energ epitom equal eternal evangel external
  familiar federal femin fertil final formal fossil fraternal galvan general global harmon homogen hospital human
  hybrid hypothes ideal immobil immortal immun incentiv individual industrial initial institutional internal
  international ital item jeopard juridic legal legitim liberal local magnet marginal material maxim mechan memor
  militar mineral miniatur minim mobil modern monet monopol moral motor municipal national natural neutral normal
  operational optim organ ostrac oxid oxygen particular pasteur patron pedestrian penal personal philosoph plural polar
  politic popular pressur priorit privat professional proselyt public pulver radical random rational real reauthor
  recapital recogn regional regular remobil reorgan reprioritis revital revolution robot romantic sanit satir scandal
  scrutin secular sedentar sensational sensit serial sexual social solemn special stabil standard steril stigmat
  strateg subsid summar symbol sympath synchron synthes systemat tantal terror theor traumat trivial tyrann unauthor
  underutil unional urban util vandal vapor verbal victim visual vital vocal weapon western`
    .split(/\s+/)
    .filter((stem) => stem !== '');

const IZE_ENDINGS = ['e', 'ed', 'es', 'ing', 'ation', 'ations', 'er', 'ers', 'able', 'ational'];

/** -ise, -isation and what is made of them, with -ize in its place. */
export const IZE: readonly TermRow[] = IZE_STEMS.flatMap((stem) =>
  IZE_ENDINGS.map((ending) => ({ wrong: `${stem}is${ending}`, right: `${stem}iz${ending}`, source: DIGEST })),
);

/** -yze, with -yse in its place. */
export const YSE: readonly TermRow[] = [
  'anal',
  'paral',
  'catal',
  'dial',
  'hydrol',
  'electrol',
  'psychoanal',
].flatMap((stem) =>
  ['e', 'ed', 'es', 'ing', 'er', 'ers'].map((ending) => ({
    wrong: `${stem}yz${ending}`,
    right: `${stem}ys${ending}`,
    source: DIGEST,
  })),
);

/** Rows out of "wrong right, wrong right": one line of a table for each pair. */
function pairs(source: string, text: string): readonly TermRow[] {
  return text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [wrong, right] = pair.split('=').map((form) => form.trim());
      return { wrong: wrong!, right: right!, source };
    });
}

/** American forms of -our, -re, -ce and of double l. */
export const BRITISH: readonly TermRow[] = [
  ...pairs(
    DIGEST,
    `labor=labour, labors=labours, labored=laboured, laboring=labouring, laborer=labourer, laborers=labourers,
    behavior=behaviour, behaviors=behaviours, behavioral=behavioural, neighbor=neighbour, neighbors=neighbours,
    neighboring=neighbouring, neighborhood=neighbourhood, neighborhoods=neighbourhoods, neighborly=neighbourly,
    favor=favour, favors=favours, favored=favoured, favoring=favouring, favorable=favourable, favorably=favourably,
    unfavorable=unfavourable, favorite=favourite, honor=honour, honors=honours, honored=honoured, honoring=honouring,
    honorable=honourable, dishonor=dishonour, endeavor=endeavour, endeavors=endeavours, endeavored=endeavoured,
    endeavoring=endeavouring, color=colour, colors=colours, colored=coloured, harbor=harbour, harbors=harbours,
    harbored=harboured, harboring=harbouring, rumor=rumour, rumors=rumours, humor=humour, vigor=vigour, rigor=rigour,
    odor=odour, tumor=tumour, tumors=tumours, armor=armour, armored=armoured, fervor=fervour, savior=saviour,
    misdemeanor=misdemeanour, misdemeanors=misdemeanours, splendor=splendour`,
  ),
  ...pairs(
    DIGEST,
    `center=centre, centers=centres, centered=centred, theater=theatre, theaters=theatres, fiber=fibre, fibers=fibres,
    caliber=calibre, liter=litre, liters=litres, kilometer=kilometre, kilometers=kilometres, centimeter=centimetre,
    centimeters=centimetres, millimeter=millimetre, millimeters=millimetres, defense=defence, defenses=defences,
    offense=offence, offenses=offences, pretense=pretence`,
  ),
  ...pairs(
    UNDRR,
    `fulfill=fulfil, fulfills=fulfils, fulfillment=fulfilment, enroll=enrol, enrolls=enrols, enrollment=enrolment,
    installment=instalment, installments=instalments, skillful=skilful, willful=wilful, traveled=travelled,
    traveling=travelling, traveler=traveller, travelers=travellers, labeled=labelled, labeling=labelling,
    modeled=modelled, modeling=modelling, channeled=channelled, channeling=channelling, counseling=counselling,
    counselor=counsellor, counselors=counsellors, counseled=counselled, canceled=cancelled, canceling=cancelling,
    signaled=signalled, signaling=signalling, fueled=fuelled, fueling=fuelling, totaled=totalled, totaling=totalling,
    marshaled=marshalled, jewelry=jewellery, catalog=catalogue, catalogs=catalogues, maneuver=manoeuvre,
    maneuvers=manoeuvres, aluminum=aluminium, artifact=artefact, artifacts=artefacts, skeptical=sceptical,
    skepticism=scepticism`,
  ),
];

/** Words whose first-listed form in the dictionary is another. */
export const FIRST_LISTED: readonly TermRow[] = [
  ...pairs(
    DIGEST,
    `acknowledgment=acknowledgement, acknowledgments=acknowledgements, judgment=judgement, judgments=judgements,
    aging=ageing, focussed=focused, focussing=focusing, benefitted=benefited, benefitting=benefiting,
    targetted=targeted, targetting=targeting`,
  ),
  ...pairs(USAGE, `combatting=combating, combatted=combated, budgetted=budgeted`),
];

/** Words written as one, and words written as two, where other usage has a hyphen. */
export const ONE_WORD: readonly TermRow[] = pairs(
  USAGE,
  `co-operation=cooperation, co-operate=cooperate, co-operates=cooperates, co-operated=cooperated,
  co-operating=cooperating, co-operative=cooperative, co-ordination=coordination, co-ordinate=coordinate,
  co-ordinates=coordinates, co-ordinated=coordinated, co-ordinating=coordinating, co-ordinator=coordinator,
  co-ordinators=coordinators, inter-regional=interregional, multi-faceted=multifaceted, multi-sectoral=multisectoral,
  policy-maker=policymaker, policy-makers=policymakers, policy maker=policymaker, policy makers=policymakers,
  work plan=workplan, work plans=workplans, work-plan=workplan, work-plans=workplans, roadmap=road map,
  roadmaps=road maps, road-map=road map, road-maps=road maps, side-event=side event, side-events=side events,
  data base=database, data bases=databases, e-mail=email, e-mails=emails, sub-regional=subregional,
  sub-region=subregion, sub-regions=subregions, extra-budgetary=extrabudgetary, inter-governmental=intergovernmental,
  socio-economic=socioeconomic, cyber-crime=cybercrime, cyber crime=cybercrime, cyber-security=cybersecurity,
  cyber security=cybersecurity, peace-keeping=peacekeeping, peace-keepers=peacekeepers, peace-building=peacebuilding`,
);

/** Compounds with a hyphen. */
export const HYPHENATED: readonly TermRow[] = pairs(
  USAGE,
  `capacity building=capacity-building, decision making=decision-making,
  awareness raising=awareness-raising, healthcare sector=health-care sector, healthcare services=health-care services,
  healthcare system=health-care system, healthcare systems=health-care systems,
  healthcare workers=health-care workers, front line officers=front-line officers,
  front line workers=front-line workers, frontline officers=front-line officers,
  frontline workers=front-line workers,
  non governmental=non-governmental, nongovernmental=non-governmental, counter terrorism=counter-terrorism,
  counterterrorism=counter-terrorism, antitrafficking=anti-trafficking, countertrafficking=counter-trafficking,
  anti trafficking=anti-trafficking, interagency=inter-agency, inter agency=inter-agency,
  multistakeholder=multi-stakeholder, well being=well-being`,
);

/** Regions, whose parts are joined by a hyphen. */
export const REGIONS: readonly TermRow[] = pairs(
  USAGE,
  `south eastern europe=South-Eastern Europe, south east asia=South-East Asia`,
);

/** Plurals of foreign words. */
export const PLURALS: readonly TermRow[] = pairs(
  USAGE,
  `fora=forums, memoranda=memorandums, curriculums=curricula, criterias=criteria, phenomenas=phenomena`,
);

/** Words that are not counted. */
export const UNCOUNTED: readonly TermRow[] = pairs(
  'English grammar',
  `softwares=software, hardwares=hardware, equipments=items of equipment, informations=information, advices=advice,
  furnitures=furniture, feedbacks=feedback, aircrafts=aircraft, luggages=luggage`,
);
