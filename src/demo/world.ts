import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { createDemoPerson, type Role } from '#modules/people/index.ts'
import { findProducer, registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { noJobs } from '#platform/jobs/queue.ts'
import { demoAccounts, demoPassword, mailOf } from './accounts.ts'
import { demoProducers } from './producers.ts'

/** What the demonstration's parts share while they are filled in. */
export interface DemoWorld {
  // biome-ignore lint/suspicious/noExplicitAny: the world fills the tables of every module
  as(actor: Actor, moment?: Date): Ctx<any>
  now: Date
  /** The account with this mailbox, as operations are given it. */
  person(mailbox: string): Actor
  /** Somebody who acts for the producer of a product. */
  ownerOf(productKey: string): Actor
  communeOfficerOf(productKey: string): Actor
  productId(key: string): string
  /** The producer of a product. */
  producerIdOf(productKey: string): string
}

interface Surroundings {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  db: Kysely<any>
  log: Logger
  now: Date
}

const firstDayOfCommunes = '2025-07-01'

/** Registers the invented producers with their products and makes the accounts. */
export async function openDemoWorld({ db, log, now }: Surroundings): Promise<DemoWorld> {
  const as = (actor: Actor, moment = now) => ({ db, actor, now: moment, jobs: noJobs, log })
  const products = new Map<string, { id: string; producer: string }>()
  const producers = new Map<string, { id: string; unitPath: string }>()
  for (const { key, commune, typed, products: made } of demoProducers) {
    const full = typedProducer({ ...typed, unitId: commune, phone: '0212 385 2026' })
    const producer = await registerProducer(as(system), { typed: full, isDemo: true })
    producers.set(key, producer)
    for (const { key: productKey, art, ...facts } of made) {
      const typedFacts = typedProduct({ ...facts, unitId: commune })
      const input = { producerId: producer.id, typed: typedFacts, pictureArt: art, isDemo: true }
      const { id } = await addProduct(as(system), input)
      products.set(productKey, { id, producer: key })
    }
  }
  const people = new Map<string, Actor>()
  for (const account of demoAccounts) {
    people.set(account.mailbox, await makeAccount(as(system), account, producers))
  }
  const person = (mailbox: string) => found(people.get(mailbox), mailbox)
  const producerOf = (productKey: string) => {
    const key = found(products.get(productKey), productKey).producer
    return { key, ...found(producers.get(key), key) }
  }
  return {
    as,
    now,
    person,
    productId: (key) => found(products.get(key), key).id,
    producerIdOf: (productKey) => producerOf(productKey).id,
    ownerOf(productKey) {
      const { id, unitPath } = producerOf(productKey)
      const account = demoAccounts.find(({ producer }) => producer === producerOf(productKey).key)
      if (account) return person(account.mailbox)
      return { id: 'system', name: 'Chủ thể', holdings: [{ role: 'producer', unitPath, producerId: id }] }
    },
    communeOfficerOf(productKey) {
      const { unitPath } = producerOf(productKey)
      const officers = [...people.values()].filter(({ holdings }) => holdings[0]?.role === 'commune_officer')
      return found(
        officers.find(({ holdings }) => holdings[0]?.unitPath === unitPath),
        unitPath,
      )
    },
  }
}

async function makeAccount(
  // biome-ignore lint/suspicious/noExplicitAny: as above
  ctx: Ctx<any>,
  account: (typeof demoAccounts)[number],
  producers: Map<string, { id: string; unitPath: string }>,
): Promise<Actor> {
  const { name, role, unitId, producer } = account
  const producerId = producer ? found(producers.get(producer), producer).id : null
  const held: { role: Role; unitId: string; producerId: string | null; validFrom: string } = {
    role,
    unitId,
    producerId,
    validFrom: firstDayOfCommunes,
  }
  const person = { name, email: mailOf(account), password: demoPassword, roles: [held] }
  const { id } = await createDemoPerson(ctx, person, findProducer)
  const unit = found(await findUnit(ctx.db, unitId), unitId)
  return { id, name, holdings: [{ role, unitPath: unit.path, producerId }] }
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The demonstration lacks ${name}`)
  return value
}
