import { type Context, Hono } from 'hono'
import type { ArticleLine, AskedExplanation } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Outlet } from '../../model/outlet.ts'
import { noRules, type OutletRules } from '../../model/outlet-rules.ts'
import { Problem } from '../../model/problem.ts'
import { requireRole } from '../../web/auth/identify.ts'
import { readFields } from '../../web/forms/read-form.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { type FieldProblems, rulesInForm } from './rules-in-form.ts'
import { daysOffered, RulesPage } from './rules-page.tsx'

const pagesShown = 20
const historyShown = 10
const longestSelector = 500
const dayMs = 86_400_000

/** Who looks after the sources looks after how they are read. */
export function rulesRoutes(desk: DeskOptions): Hono<WebEnv> {
  const { archive, clock, selectorProblem } = desk
  const routes = new Hono<WebEnv>()
  routes.use('/:id/rules/*', requireRole('editor', 'admin'))

  routes.get('/:id/rules', async (c) => {
    const outlet = await mustGet(c, desk)
    const preview = await previewIn(c, desk)
    const isItsOwn = preview?.outletId === outlet.id
    const rules = isItsOwn && preview.proposed !== null ? preview.proposed : await rulesAt(c, outlet, desk)
    return await show(c, desk, {
      outlet,
      rules,
      problems: {},
      articleId: articleIn(c.req.query('article')),
      asked: isItsOwn ? preview : null,
    })
  })

  routes.post('/:id/rules', async (c) => {
    const outlet = await mustGet(c, desk)
    const fields = await readFields(c)
    const { rules, problems } = rulesInForm(fields, selectorProblem, c.var.view)
    if (Object.keys(problems).length > 0)
      return await show(c, desk, {
        outlet,
        rules,
        problems,
        articleId: articleIn(fields.article),
        asked: null,
      })
    const now = clock()
    await archive.rules.save(outlet.id, rules, { by: c.var.view.user?.name ?? '', now })
    const count = await archive.articles.readAgain(outlet.id, {
      since: now - daysIn(fields.days) * dayMs,
      now,
    })
    return c.redirect(`/outlets/${outlet.id}?done=rules-saved&count=${count}`, 303)
  })

  routes.post('/:id/rules/previews', async (c) => {
    const outlet = await mustGet(c, desk)
    const fields = await readFields(c)
    const { rules, problems } = rulesInForm(fields, selectorProblem, c.var.view)
    const articleId = articleIn(fields.article)
    if (Object.keys(problems).length > 0)
      return await show(c, desk, { outlet, rules, problems, articleId, asked: null })
    const asked = await ask(desk, outlet, articleId, rules)
    if (asked === null) throw new Problem('web/not-found', 'That page is no longer kept.')
    return c.redirect(`/outlets/${outlet.id}/rules?article=${articleId}&preview=${asked.id}`, 303)
  })
  return routes
}

interface Wanted {
  readonly outlet: Outlet
  readonly rules: OutletRules
  readonly problems: FieldProblems
  readonly articleId: ArticleId | null
  /** Null: it is asked for now, where that can be. */
  readonly asked: AskedExplanation | null
}

/** To look at the rules asks how a page would be read by them: nobody need press a button first. */
async function show(c: Context<WebEnv>, desk: DeskOptions, wanted: Wanted): Promise<Response> {
  const { archive } = desk
  const { outlet, rules, problems } = wanted
  const isBad = Object.keys(problems).length > 0
  const seq = await archive.changes.latestSeq()
  const [pages, history] = await Promise.all([
    triedPages(desk, outlet, wanted.articleId),
    archive.rules.history(outlet.id, historyShown),
  ])
  const articleId = wanted.articleId ?? pages[0]?.id ?? null
  const asked = isBad ? null : (wanted.asked ?? (await ask(desk, outlet, articleId, rules)))
  const shown = { outlet, rules, problems, pages, articleId, asked, history, seq }
  return await sendPage(c, <RulesPage view={c.var.view} shown={shown} />, isBad ? 400 : 200)
}

async function ask(
  { archive, clock }: DeskOptions,
  outlet: Outlet,
  articleId: ArticleId | null,
  proposed: OutletRules,
): Promise<AskedExplanation | null> {
  const filed = articleId === null ? null : await archive.articles.get(articleId)
  if (filed === null || filed.line.outlet.id !== outlet.id || filed.article.textFrom === 'source') return null
  const { captureId, line } = filed
  const question = { outletId: outlet.id, captureId, address: line.address, proposed }
  return await archive.explanations.get(await archive.explanations.ask(question, clock()))
}

/** The latest pages of the outlet, and the one that was chosen, however old. */
async function triedPages(
  { archive }: DeskOptions,
  outlet: Outlet,
  articleId: ArticleId | null,
): Promise<readonly ArticleLine[]> {
  const { items } = await archive.articles.latest({ limit: pagesShown, outletIds: [outlet.id] })
  const pages = items.filter(({ textFrom }) => textFrom === 'page')
  if (articleId === null || pages.some(({ id }) => id === articleId)) return pages
  const chosen = await archive.articles.lines([articleId])
  return [...chosen.filter((line) => line.outlet.id === outlet.id && line.textFrom === 'page'), ...pages]
}

async function previewIn(c: Context<WebEnv>, { archive }: DeskOptions): Promise<AskedExplanation | null> {
  const id = c.req.query('preview')
  return id === undefined ? null : await archive.explanations.get(numberIn(id))
}

/** Those in force or, by its number, what was; with a selector more where a link brings one. */
async function rulesAt(c: Context<WebEnv>, outlet: Outlet, { archive }: DeskOptions): Promise<OutletRules> {
  const number = Number(c.req.query('number'))
  const saved = Number.isInteger(number)
    ? ((await archive.rules.history(outlet.id, historyShown)).find((one) => one.number === number) ?? null)
    : await archive.rules.get(outlet.id)
  const rules = saved?.rules ?? noRules
  const more = (field: 'keep' | 'drop'): readonly string[] => {
    const selector = c.req.query(field)?.trim().slice(0, longestSelector) ?? ''
    return selector === '' ? rules[field] : [...new Set([...rules[field], selector])]
  }
  return { ...rules, keep: more('keep'), drop: more('drop') }
}

function daysIn(value: unknown): number {
  return daysOffered.find((days) => String(days) === value) ?? daysOffered[0]
}

function articleIn(value: unknown): ArticleId | null {
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}

async function mustGet(c: Context<WebEnv>, { archive }: DeskOptions): Promise<Outlet> {
  const outlet = await archive.outlets.get(numberIn(c.req.param('id') ?? ''))
  if (outlet === null) throw new Problem('web/not-found', 'There is no such outlet.')
  return outlet
}
