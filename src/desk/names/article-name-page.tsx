import type { ArticleLine, NameLine } from '../../archive/archive.ts'
import type { Name } from '../../model/name.ts'
import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'

export interface ArticleNameShown {
  readonly line: ArticleLine
  /** Its place in the names of the article. */
  readonly ordinal: number
  readonly name: Name
  /** As the article writes it. */
  readonly written: string
  readonly asked: string
  readonly found: readonly NameLine[]
}

/** Who is meant by a name in one article: found by typing, then chosen. */
export function ArticleNamePage({
  view,
  shown,
}: {
  readonly view: View
  readonly shown: ArticleNameShown
}): Html {
  const { line, ordinal, name, written, asked, found } = shown
  const { t } = view
  const title = t('names.somebody-else', { name: written })
  return (
    <DeskPage view={view} title={title} place="names" class="narrow">
      <p>
        ←{' '}
        <a href={`/articles/${line.id}`} {...textLanguage(line)}>
          {line.headline}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        {t('names.taken-for', { name: written })} <a href={`/names/${name.id}`}>{name.name}</a>
      </p>
      <form method="get" action={`/articles/${line.id}/names/${ordinal}`} class="stack">
        <Field
          name="q"
          type="search"
          label={t('names.who-is-meant')}
          hint={t('names.hint')}
          value={asked}
          first={asked === ''}
        />
        <button type="submit">{t('search.find')}</button>
      </form>
      {asked !== '' && found.length === 0 && <p class="hint">{t('names.nothing')}</p>}
      {found.length > 0 && (
        <ul class="candidates">
          {found.map((other) => (
            <li>
              <Form view={view} action={`/names/${name.id}/decisions`}>
                <input type="hidden" name="kind" value="move" />
                <input type="hidden" name="article" value={String(line.id)} />
                <input type="hidden" name="ordinal" value={String(ordinal)} />
                <input type="hidden" name="to" value={String(other.id)} />
                <button type="submit">{t('names.this-one', { name: other.name })}</button>{' '}
                <small>{t('sources.articles', { count: other.articles })}</small>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </DeskPage>
  )
}
