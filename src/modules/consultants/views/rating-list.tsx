import { dayOf, showDay } from '#platform/dates.ts'
import { Panel, useView } from '#platform/ui/index.ts'
import { ratingQuestions } from '../rating.ts'
import type { GivenRating } from '../rating-store.ts'

/** What producers said when a mandate was over: figures of 5 in words, never stars. */
export function RatingList({ ratings }: { ratings: readonly GivenRating[] }) {
  const { t } = useView()
  return (
    <Panel title={t('consultants:rating.list')} lead={t('consultants:rating.list_lead')} class="mt-5">
      <ul class="divide-y divide-line">
        {ratings.map((rating) => (
          <li key={rating.mandateId} class="py-3 first:pt-0">
            <p>
              <b>{rating.producerName}</b>
              <span class="text-sm text-ink-2">
                {' '}
                · <a href={`/mandates/${rating.mandateId}`}>{rating.code}</a> ·{' '}
                {showDay(dayOf(rating.ratedAt))}
              </span>
            </p>
            <RatingLine rating={rating} />
            {rating.words && <p class="mt-1 whitespace-pre-line">{rating.words}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The three answers of a rating on one line. */
export function RatingLine({
  rating,
}: {
  rating: Pick<GivenRating, 'knowledge' | 'diligence' | 'guidance'>
}) {
  const { t } = useView()
  return (
    <p class="text-ink-2">
      {ratingQuestions
        .map(
          (one) =>
            `${t(`consultants:rating.short.${one}`)} ${t('consultants:rating.of', { points: rating[one] })}`,
        )
        .join(' · ')}
    </p>
  )
}
