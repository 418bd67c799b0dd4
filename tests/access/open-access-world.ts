import { type Kysely, sql } from 'kysely'
import { pino } from 'pino'
import { type AppParts, createApp } from '../../src/app.ts'
import { demoAccounts, demoPassword, mailOf } from '../../src/demo/accounts.ts'
import { fillDemonstration } from '../../src/demo/fill-demonstration.ts'
import { openAuth, type Role, readActor, roles } from '../../src/modules/people/index.ts'
import type { Actor } from '../../src/platform/ctx.ts'
import { dayOf } from '../../src/platform/dates.ts'
import { noJobs } from '../../src/platform/jobs/queue.ts'
import { sendMail } from '../../src/platform/mail/send-mail.ts'
import { testCtx, testNow } from '../../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../../src/platform/testing/test-db.ts'
import { testFiles, testSigningKey } from '../../src/platform/testing/test-files.ts'
import { addRecords, baseUrl, tokenIn } from './added-records.ts'

/** Somebody who asks: a role held in the commune of the record, in another one, in another province; or nobody. */
export interface Asker {
  name: string
  actor: Actor
  /** The cookies of somebody who has signed in: pages about one's own account ask for them. */
  cookie?: string
}

export interface AccessWorld {
  askers: readonly Asker[]
  /** Every route of the program, as `GET /dossiers/:id`. */
  routes: readonly string[]
  /** The status of the answer, and where it leads when it redirects. What the request did is undone. */
  ask(route: string, asker: Asker): Promise<{ status: number; location: string | null }>
  /** The notices of the demonstration's people: what is between a person and the page that it leads to. */
  closedNotices(): Promise<string[]>
  close(): Promise<void>
}

const places = { own: 'vn/14/03868', other_commune: 'vn/14/03646', other_province: 'vn/11/03127' } as const
const communeRoles: readonly Role[] = ['producer', 'commune_officer']
const centreRoles: readonly Role[] = ['central_officer']

/** The whole program on the demonstration's world, asked as anybody. */
export async function openAccessWorld(): Promise<AccessWorld> {
  const database = await openTestDb()
  const log = pino({ level: 'silent' })
  const files = await testFiles()
  await fillDemonstration({ db: database.db, log, files, now: testNow })
  const letter = { to: 'mai@saolang.example', subject: 'Thư', text: 'Thư' }
  await sendMail(testCtx(database.db), letter)
  const known = await factsOf(database.db)
  const added = await addRecords(database.db, files, {
    product: known.receivedProduct ?? '',
    counter: known.counter ?? '',
  })
  const facts: Record<string, string> = { ...known, ...added }
  const trx = await database.db.startTransaction().execute()
  const auth = await openAuth({ db: trx, secret: 'x'.repeat(32), baseUrl, secure: false })
  let asking: Actor = { id: null, name: '', holdings: [] }
  const parts: AppParts = {
    db: trx,
    jobs: noJobs,
    log,
    clock: () => testNow,
    demo: false,
    demoPassword: null,
    publicUrl: null,
    trustProxy: false,
    files,
    signingKey: testSigningKey,
    pushKey: 'push',
    auth,
    whoAsks: async () => ({ actor: asking, sessionId: null, twoFactorOn: true, locale: null, cookies: [] }),
  }
  const app = createApp(parts)
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path}`)
  const own = await signedIn(app, trx)
  Object.assign(facts, own.facts)
  return {
    askers: [
      ...askersFor(facts.producer ?? ''),
      ...seats.map((seat) => seatedAsker(seat, facts[seat] ?? '')),
      own.asker,
      {
        name: 'consultant@mandate',
        actor: {
          id: facts.adviser ?? '',
          name: 'consultant',
          holdings: [{ role: 'consultant', unitPath: 'vn/14', producerId: null }],
        },
      },
    ],
    routes: [...new Set(routes)].sort(),
    async ask(route, { actor, cookie }) {
      asking = actor
      const [method = 'GET', path = ''] = route.split(' ')
      const point = await trx.savepoint('asked').execute()
      const said = saidWith[route]?.(facts) ?? {}
      const body = method === 'GET' ? {} : { body: new URLSearchParams(said.form) }
      const headers = cookie ? { headers: { cookie } } : {}
      const answer = await app.request(fill(path, facts) + (said.query ?? ''), {
        method,
        ...body,
        ...headers,
      })
      await point.rollbackToSavepoint('asked').execute()
      return { status: answer.status, location: answer.headers.get('location') }
    },
    async closedNotices() {
      const { rows } = await sql<{ person: string; href: string; wording: string }>`
        select distinct person_id as person, href, wording from notice
        where href <> '/account' order by 1, 2`.execute(trx)
      const closed: string[] = []
      for (const { person, href, wording } of rows) {
        asking = await readActor(trx as never, person, dayOf(testNow))
        const { status, headers } = await app.request(href)
        const opens = status === 200 || (status === 303 && !headers.get('location')?.startsWith('/sign-in'))
        if (!opens) closed.push(`${wording} for ${asking.name} leads to ${href}: ${status}`)
      }
      return closed
    },
    async close() {
      await trx.rollback().execute()
      await database.close()
    },
  }
}

/** What a route asks for beside its path: without it nobody is let in. */
const saidWith: Readonly<
  Record<string, (facts: Record<string, string>) => { query?: string; form?: Record<string, string> }>
> = {
  'GET /paper-sheets': ({ paperSheet }) => ({ query: `?code=${paperSheet}` }),
  'GET /invitation': ({ invitationToken }) => ({ query: `?token=${invitationToken}` }),
  'POST /invitation': ({ invitationToken = '' }) => ({ form: { token: invitationToken } }),
  'GET /reset-password': ({ resetToken }) => ({ query: `?token=${resetToken}` }),
  'POST /notices/read': ({ notice = '' }) => ({ form: { upTo: notice } }),
  'GET /desk/batch': () => ({ query: '?step=check' }),
  'POST /desk/batch': () => ({ form: { step: 'check' } }),
  'POST /sessions/:id/documents/signed-files': ({ fileDocument = '' }) => ({
    form: { documentId: fileDocument },
  }),
  'POST /rounds': () => ({ form: { provincePath: 'vn/14' } }),
  'POST /samples/:id/moves': () => ({ form: { step: 'take_over' } }),
  'POST /plans/ideas': ({ producer = '' }) => ({ form: { producerId: producer } }),
  'POST /plans/business': ({ producer = '' }) => ({ form: { producerId: producer } }),
  'POST /counter': ({ counterProduct = '' }) => ({ form: { product: counterProduct } }),
  'GET /dossiers/:id/citations': () => ({ query: '?paper=test_results' }),
  'POST /dossiers/:id/citations': () => ({ query: '?paper=test_results' }),
  'POST /products/new': ({ producer }) => ({ query: `?producer=${producer}` }),
}

/** The officer of Tà Xùa, signed in as people do, who has also asked for a new password. */
async function signedIn(
  app: ReturnType<typeof createApp>,
  // biome-ignore lint/suspicious/noExplicitAny: a transaction over the tables of every module
  db: Kysely<any>,
): Promise<{ asker: Asker; facts: Record<string, string> }> {
  const email = mailOf({ mailbox: 'xa' })
  const post = (path: string, form: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(form) })
  const entered = await post('/sign-in', { email, password: demoPassword })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await post('/forgot-password', { email })
  const { rows } = await sql<{ person: string; session: string }>`
    select p.id as person, s.id as session from person p join sign_in_session s on s.person_id = p.id
    where p.email = ${email}`.execute(db)
  const { person = '', session = '' } = rows[0] ?? {}
  const holdings = [{ role: 'commune_officer', unitPath: 'vn/14/03868', producerId: null }]
  const name = demoAccounts.find(({ mailbox }) => mailbox === 'xa')?.name ?? ''
  return {
    asker: { name: 'commune_officer@signed_in', actor: { id: person, name, holdings }, cookie },
    facts: { ownSession: session, resetToken: await tokenIn(db, email) },
  }
}

function askersFor(producerId: string): Asker[] {
  const held = roles.flatMap((role) => placesOf(role).map((place) => askerFor(role, place, producerId)))
  return [...held, { name: 'nobody', actor: { id: null, name: '', holdings: [] } }]
}

/** Those who sit in the council whose session is open. */
const seats = ['chair', 'secretary', 'member'] as const

function seatedAsker(seat: (typeof seats)[number], id: string): Asker {
  return {
    name: `${seat}@council`,
    actor: { id, name: seat, holdings: [{ role: seat, unitPath: 'vn/14', producerId: null }] },
  }
}

type Place = keyof typeof places

/** Where the role can be held in another place: only roles of communes know another commune, the centre is one. */
function placesOf(role: Role): Place[] {
  if (centreRoles.includes(role)) return ['own']
  return communeRoles.includes(role) ? ['own', 'other_commune', 'other_province'] : ['own', 'other_province']
}

function askerFor(role: Role, place: Place, owned: string): Asker {
  const another = '01a00000-0000-7000-8000-000000000001'
  const producerId = role === 'producer' ? (place === 'own' ? owned : another) : null
  const holding = { role, unitPath: unitPathFor(role, places[place]), producerId }
  return { name: `${role}@${place}`, actor: { id: `${role} ${place}`, name: role, holdings: [holding] } }
}

function unitPathFor(role: Role, path: string): string {
  if (centreRoles.includes(role)) return 'vn'
  return communeRoles.includes(role) ? path : path.split('/').slice(0, 2).join('/')
}

/** A record of each kind for the names in paths: those of the tea cooperative of Tà Xùa where they have a place. */
async function factsOf(db: Kysely<unknown>): Promise<Record<string, string>> {
  const one = async (query: ReturnType<typeof sql<{ value: string }>>) =>
    (await query.execute(db)).rows[0]?.value ?? ''
  return {
    producer: await one(
      sql`select producer_id::text as value from dossier where unit_path = 'vn/14/03868' limit 1`,
    ),
    product: await one(
      sql`select product_id::text as value from dossier where unit_path = 'vn/14/03868' limit 1`,
    ),
    slug: await one(sql`select slug as value from product where name = 'Chè Shan tuyết Tà Xùa'`),
    submitted: await one(sql`select id::text as value from dossier where state = 'submitted'`),
    received: await one(sql`select id::text as value from dossier where state = 'received'`),
    returned: await one(sql`select id::text as value from dossier where state = 'returned'`),
    returnNotice: await one(
      sql`select f.id || '.pdf' as value from fix_list f join dossier d on d.id = f.dossier_id where d.state = 'returned'`,
    ),
    counter: await one(sql`select id::text as value from dossier where at_counter`),
    counterProduct: await one(sql`select product_id::text as value from dossier where at_counter`),
    scored: await one(
      sql`select id::text as value from dossier where state = 'scored' and unit_path = 'vn/14/03868'`,
    ),
    proposed: await one(sql`select id::text as value from dossier where state = 'proposed'`),
    evidence: await one(
      sql`select e.id::text as value from dossier_evidence e join dossier d on d.id = e.dossier_id where d.state = 'received' limit 1`,
    ),
    receivedProduct: await one(sql`select product_id::text as value from dossier where state = 'received'`),
    section: await one(
      sql`select content->'parts'->0->'sections'->0->>'code' as value from dossier d
          join criteria_set s on s.id = d.criteria_set_id where d.state = 'received'`,
    ),
    paper: await one(
      sql`select id::text as value from producer_paper where producer_id = (
            select producer_id from dossier where unit_path = 'vn/14/03868' limit 1) order by id limit 1`,
    ),
    paperFile: await one(
      sql`select file_id::text as value from producer_paper_page where paper_id = (
            select id from producer_paper where producer_id = (
              select producer_id from dossier where unit_path = 'vn/14/03868' limit 1) order by id limit 1)`,
    ),
    citedPaper: await one(
      sql`select e.paper_id::text as value from dossier_evidence e join dossier d on d.id = e.dossier_id where d.state = 'received' limit 1`,
    ),
    holding: await one(
      sql`select h.id::text as value from role_holding h join person p on p.id = h.person_id
          where p.email = 'xa@saolang.example'`,
    ),
    closedSession: await one(
      sql`select id::text as value from council_session where status = 'closed' order by id limit 1`,
    ),
    closedItem: await one(
      sql`select dossier_id::text as value from session_dossier where session_id = (
            select id from council_session where status = 'closed' order by id limit 1)`,
    ),
    agendaEvidence: await one(
      sql`select e.id::text as value from dossier_evidence e where e.dossier_id = (
            select dossier_id from session_dossier where status = 'scoring' order by position limit 1) limit 1`,
    ),
    art: 'ca-phe.svg',
    icon: 'icon-192.png',
    choice: 'language',
    certificate: await one(sql`select id::text as value from certificate order by id limit 1`),
    code: await one(sql`select code as value from certificate order by id limit 1`),
    decision: await one(sql`select id::text as value from recognition_decision order by id limit 1`),
    approval: await one(
      sql`select decision_id::text as value from approved_result a join dossier d on d.id = a.dossier_id
          where d.state = 'sent_to_centre'`,
    ),
    sent: await one(sql`select id::text as value from dossier where state = 'sent_to_centre'`),
    approvalPaper: 'quyet-dinh.pdf',
    council: await one(sql`select id::text as value from council order by id desc limit 1`),
    paperSheet: await one(sql`select code as value from paper_sheet where typed_by is not null limit 1`),
    session: await one(sql`select id::text as value from council_session where status = 'open'`),
    knockOut: await one(sql`select id::text as value from knock_out where decision is null limit 1`),
    agenda: await one(
      sql`select dossier_id::text as value from session_dossier where status = 'scoring' order by position limit 1`,
    ),
    chair: await one(seated('chair')),
    secretary: await one(seated('secretary')),
    member: await one(seated('member')),
    person: await one(sql`select id::text as value from person where email = 'xa@saolang.example'`),
    mail: await one(sql`select id::text as value from outbox_mail limit 1`),
    notice: await one(
      sql`select n.id::text as value from notice n join council_member m on m.person_id = n.person_id
          join council_session s on s.council_id = m.council_id and s.status = 'open'
          where m.position = 'chair' order by n.id limit 1`,
    ),
    consultant: await one(
      sql`select id::text as value from consultant where state = 'active' and kind = 'organisation'`,
    ),
    mandate: await one(sql`select m.id::text as value from mandate m join producer p on p.id = m.producer_id
      where p.unit_path = 'vn/14/03868'`),
    adviser: await one(sql`select id as value from person where email = 'tu-van@saolang.example'`),
    checked: await one(sql`select id::text as value from dossier where state = 'checked'`),
    appraisalPhoto: await one(
      sql`select p.id::text as value from appraisal_photo p join appraisal_report r on r.id = p.report_id
          join dossier d on d.id = r.dossier_id where d.state = 'checked'`,
    ),
    agendaPhoto: await one(
      sql`select p.id::text as value from appraisal_photo p join appraisal_report r on r.id = p.report_id
          where r.dossier_id = (
            select dossier_id from session_dossier where status = 'scoring' order by position limit 1) limit 1`,
    ),
    askedTest: await one(testOf('asked')),
    receivedTest: await one(testOf('received')),
    lot: await one(
      sql`select l.id::text as value from sample_lot l join dossier d on d.id = l.dossier_id where d.state = 'checked'`,
    ),
    move: await one(
      sql`select m.id::text as value from sample_move m join sample_lot l on l.id = m.lot_id
          join dossier d on d.id = l.dossier_id where d.state = 'checked' order by m.no limit 1`,
    ),
    set: 'qd26-2026-13',
    form: 'mau-01.pdf',
    preview: 'mau-03.pdf',
    upgrade: await one(sql`select id::text as value from dossier where kind = 'upgrade'`),
    recognised: await one(sql`select id::text as value from product where name = 'Chè Shan tuyết Tà Xùa'`),
    round: await one(
      sql`select round_id::text as value from dossier where state = 'proposed' and round_id is not null limit 1`,
    ),
    carried: await one(sql`select dossier_id::text as value from round_carry order by id limit 1`),
    letter: await one(sql`select id || '.pdf' as value from round_carry order by id limit 1`),
    kind: 'packaging',
    criterion: '2.2',
    idea: await one(
      sql`select i.id::text as value from product_idea i
          where i.unit_path = 'vn/14/03868' and i.state = 'sent' and i.written_by = 'producer'`,
    ),
    counterIdea: await one(
      sql`select i.id::text as value from product_idea i
          where i.unit_path = 'vn/14/03868' and i.written_by = 'commune'`,
    ),
    decided: await one(
      sql`select id::text as value from dossier where state = 'recognised' and unit_path = 'vn/14/03868' limit 1`,
    ),
    plan: await one(sql`select id::text as value from business_plan where unit_path = 'vn/14/03868'`),
    planPaper: 'phuong-an.pdf',
    fileSession: await one(unsigned('d.session_id')),
    fileDocument: await one(unsigned('d.id')),
    fileDocumentPdf: `${await one(unsigned('d.id'))}.pdf`,
    recomputeRun: await one(sql`select id::text as value from recompute_run order by id limit 1`),
    recomputePaper: 'tinh-lai.pdf',
    buyerPack: await one(sql`select pack_id::text as value from buyer_pack_share`),
    shareCode: await one(sql`select code as value from buyer_pack_share`),
    sharedFile: await one(
      sql`select page.file_id::text as value from buyer_pack_share s
          join buyer_pack_paper held on held.pack_id = s.pack_id
          join producer_paper_page page on page.paper_id = held.paper_id order by held.paper_id limit 1`,
    ),
    policy: await one(sql`select id::text as value from support_policy order by id limit 1`),
  }
}

const testOf = (state: string) =>
  sql<{ value: string }>`
    select t.id::text as value from extra_test t join dossier d on d.id = t.dossier_id
    where d.state = 'checked' and t.state = ${state}`

/** The document that awaits its chair's signature, while its secretary signed. */
const unsigned = (column: string) =>
  sql<{ value: string }>`
    select ${sql.ref(column)}::text as value from session_document d
    join document_signature s on s.document_id = d.id and s.signed_at is null
    where d.kind = 'minutes' order by d.id limit 1`

const seated = (position: string) =>
  sql<{ value: string }>`
    select m.person_id as value from council_member m
    join council_session s on s.council_id = m.council_id and s.status = 'open'
    where m.position = ${position}
    order by exists (select from paper_sheet p where p.member_id = m.person_id and p.typed_by is not null) desc, m.person_id limit 1`

/** Which record a parameter names, by the path that it stands in; the longest beginning that fits decides. */
const names: readonly [RegExp, string, string][] = [
  [/^\/(api\/v1\/)?(bo-tieu-chi|criteria-sets|admin\/criteria-sets)\//, 'id', 'set'],
  [/^\/dossiers\/:id\/forms\//, 'file', 'form'],
  [/^\/dossiers\/:id\/carries\//, 'file', 'letter'],
  [/^\/dossiers\/:id\/carries\//, 'id', 'carried'],
  [/^\/dossiers\/:id\/(carry|site-check)/, 'id', 'proposed'],
  [/^\/rounds\//, 'id', 'round'],
  [/^\/recompute\//, 'id', 'recomputeRun'],
  [/^\/recompute\//, 'file', 'recomputePaper'],
  [/^\/desk\/batches\//, 'id', 'deskBatch'],
  [/^\/dossiers\/:id\/appraisal(\/report|$)/, 'id', 'scored'],
  [/^\/dossiers\/:id\/(appraisal|tests|samples)/, 'id', 'checked'],
  [/^\/dossiers\/:id\/appraisal\//, 'photoId', 'appraisalPhoto'],
  [/^\/dossiers\/:id\/tests\/:testId\/file/, 'testId', 'receivedTest'],
  [/^\/dossiers\/:id\/tests\//, 'testId', 'askedTest'],
  [/^\/samples\//, 'id', 'lot'],
  [/^\/samples\//, 'moveId', 'move'],
  [/^\/sessions\//, 'photoId', 'agendaPhoto'],
  [/^\/plans\/ideas\/:id\/(edit|submission|removal)/, 'id', 'counterIdea'],
  [/^\/plans\/ideas\//, 'id', 'idea'],
  [/^\/plans\/business\//, 'id', 'plan'],
  [/^\/plans\/business\//, 'file', 'planPaper'],
  [/^\/dossiers\/practice\//, 'id', 'set'],
  [/^\/dossiers\/:id\/council-plan/, 'id', 'decided'],
  [/^\/dossiers\/:id\/returns\//, 'file', 'returnNotice'],
  [/^\/dossiers\/:id\/proposal\/preview\//, 'file', 'preview'],
  [/^\/dossiers\/:id\/signature/, 'id', 'counter'],
  [/^\/dossiers\/:id\/signatures\//, 'signatureId', 'signature'],
  [/^\/dossiers\/:id\/changes/, 'id', 'upgrade'],
  [/^\/products\/:id\/follow-up/, 'id', 'recognised'],
  [/^\/tu-cham\//, 'id', 'set'],
  [/^\/buyer-packs\//, 'id', 'buyerPack'],
  [/^\/chao-hang\//, 'code', 'shareCode'],
  [/^\/chao-hang\//, 'fileId', 'sharedFile'],
  [/^\/guidance\/efforts\//, 'kind', 'kind'],
  [/^\/guidance\/sets\//, 'id', 'set'],
  [/^\/guidance\/sets\//, 'code', 'criterion'],
  [/^\/guidance\/policies\//, 'id', 'policy'],
  [/^\/dossiers\/:id\/commune-report/, 'id', 'proposed'],
  [/^\/dossiers\/:id\/self-assessment\//, 'section', 'section'],
  [/^\/sessions\/:id\/(minutes|agreement)/, 'id', 'closedSession'],
  [/^\/sessions\/:id\/documents/, 'id', 'fileSession'],
  [/^\/sessions\/:id\/documents/, 'documentId', 'fileDocument'],
  [/^\/sessions\/:id\/documents/, 'file', 'fileDocumentPdf'],
  [/^\/sessions\/:sessionId\/dossiers\/:dossierId\/result/, 'sessionId', 'closedSession'],
  [/^\/sessions\/:sessionId\/dossiers\/:dossierId\/result/, 'dossierId', 'closedItem'],
  [/^\/sessions\//, 'evidenceId', 'agendaEvidence'],
  [/^\/sessions\//, 'knockOutId', 'knockOut'],
  [/^\/imports\//, 'id', 'import'],
  [/^\/imports\//, 'line', 'line'],
  [/^\/invitations\//, 'id', 'invitation'],
  [/^\/account\/sessions\//, 'id', 'ownSession'],
  [/^\/admin\/people\//, 'holdingId', 'holding'],
  [/^\/producers\//, 'paperId', 'paper'],
  [/^\/dossiers\/:id\/papers\//, 'paperId', 'citedPaper'],
  [/^\/dossiers\/:id\/citations/, 'id', 'returned'],
  [/^\/uploads\//, 'id', 'upload'],
  [/^\/pictures\//, 'fileId', 'picture'],
  [/^\/art\//, 'name', 'art'],
  [/^\/icons\//, 'name', 'icon'],
  [/./, 'choice', 'choice'],
  [/^\/dossiers\/:id\/(receipt|holder)/, 'id', 'submitted'],
  [/^\/dossiers\/:id\/(mending|resubmission|fix-list|returns)/, 'id', 'returned'],
  [/^\/dossiers\/:id\/(check|province-return)/, 'id', 'proposed'],
  [/^\/dossiers\/:id\/central-pack/, 'id', 'sent'],
  [/^\/decisions\/:id\/central-pack/, 'id', 'approval'],
  [/^\/decisions\/:id\/central-pack/, 'file', 'approvalPaper'],
  [/^\/dossiers\/:id\/(non-recognition|central-result|reassessment)/, 'id', 'scored'],
  [/^\/dossiers\//, 'id', 'received'],
  [/^\/producers\//, 'id', 'producer'],
  [/^\/chu-the\//, 'id', 'producer'],
  [/^\/products\//, 'id', 'product'],
  [/^\/consultants\//, 'id', 'consultant'],
  [/^\/mandates\//, 'id', 'mandate'],
  [/^\/certificates\//, 'id', 'certificate'],
  [/^\/decisions\//, 'id', 'decision'],
  [/^\/paper-sheets\//, 'code', 'paperSheet'],
  [/^\/councils\//, 'personId', 'member'],
  [/^\/councils\//, 'id', 'council'],
  [/^\/sessions\//, 'sid', 'session'],
  [/^\/sessions\//, 'id', 'session'],
  [/^\/sessions\//, 'sessionId', 'session'],
  [/^\/sessions\//, 'did', 'agenda'],
  [/^\/sessions\//, 'dossierId', 'agenda'],
  [/^\/admin\/people\//, 'id', 'person'],
  [/^\/notices\//, 'id', 'notice'],
  [/^\/admin\/outbox\//, 'id', 'mail'],
  [/^\/files\//, 'id', 'paperFile'],
  [/./, 'evidenceId', 'evidence'],
  [/./, 'code', 'code'],
  [/./, 'slug', 'slug'],
]

function fill(path: string, facts: Record<string, string>): string {
  return path.replace(/:([A-Za-z]+)(\{[^}]*\})?\??/g, (_, parameter: string) => {
    const found = names.find(([where, name]) => name === parameter && where.test(path))
    return (found && facts[found[2]]) || '01a00000-0000-7000-8000-000000000009'
  })
}
