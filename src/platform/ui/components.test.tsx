import { describe, expect, test } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { Button } from './button.tsx'
import { ClockChip } from './clock-chip.tsx'
import { ComponentsPage } from './components-page.tsx'
import { OptionCard } from './option-card.tsx'
import { Pager } from './pager.tsx'
import { PointRuler } from './point-ruler.tsx'
import { StarBadge, type StarBadgeProps } from './star-badge.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'
import { drawn, wordsOf } from './testing.tsx'
import { TextInput } from './text-input.tsx'

describe('the star badge', () => {
  test.each<[StarBadgeProps['status'], string]>([
    ['valid', 'Còn hiệu lực'],
    ['expiring', 'Sắp hết hạn'],
    ['expired', 'Hết hạn'],
    ['revoked', 'Đã thu hồi'],
  ])('of a certificate that is %s says so in words', (status, word) => {
    for (const size of ['sm', 'md', 'lg'] as const) {
      const words = wordsOf(drawn(<StarBadge stars={4} status={status} size={size} />))
      expect(words).toContain('OCOP 4 sao')
      expect(words).toContain(word)
    }
  })

  test('adds the word to a note that does not say that the star has ended', () => {
    const noted = (note: string) => wordsOf(drawn(<StarBadge stars={3} status="expired" note={note} />))
    expect(noted('31/12/2022')).toBe('OCOP 3 sao Hết hạn 31/12/2022')
    expect(noted('Hết hạn 31/12/2022')).toBe('OCOP 3 sao Hết hạn 31/12/2022')
  })

  test('strikes a revoked star through and only that one', () => {
    expect(drawn(<StarBadge stars={4} status="revoked" />)).toContain('M3 21 21 3')
    expect(drawn(<StarBadge stars={4} status="expired" />)).not.toContain('M3 21 21 3')
  })
})

describe('the clock chip', () => {
  test.each([
    [10, 'Còn 10 ngày', 'class="clock"'],
    [4, 'Còn 4 ngày', 'class="clock"'],
    [3, 'Còn 3 ngày', 'clock-soon'],
    [0, 'Hạn hôm nay', 'clock-soon'],
    [-1, 'Quá hạn 1 ngày', 'clock-late'],
  ])('with %i days left says “%s”', (daysLeft, words, look) => {
    const html = drawn(<ClockChip daysLeft={daysLeft} />)
    expect(wordsOf(html)).toBe(words)
    expect(html).toContain(look)
  })

  test('counts one day in English', () => {
    expect(wordsOf(drawn(<ClockChip daysLeft={1} />, { locale: 'en' }))).toBe('1 day left')
  })
})

test('the pager is not there when there is nowhere to go', () => {
  expect(drawn(<Pager />)).toBe('')
  expect(wordsOf(drawn(<Pager nextHref="/b" />))).toBe('Trang sau')
  expect(wordsOf(drawn(<Pager nextHref="/b" firstHref="/a" />))).toBe('Về đầu danh sách Trang sau')
})

test('a link that is disabled cannot be followed', () => {
  expect(
    drawn(
      <Button href="/x" disabled>
        Nộp
      </Button>,
    ),
  ).not.toContain('href')
})

test('a fault stands beside its field and is tied to it', () => {
  const html = drawn(
    <TextInput label="Điện thoại" name="phone" value="0912" fault="Số điện thoại có 10 chữ số." />,
  )
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('aria-describedby="f-phone-fault"')
  expect(html).toContain('id="f-phone-fault"')
  expect(html).toContain('value="0912"')
})

test('an option says its points, the words of the law and its mark', () => {
  const words = wordsOf(drawn(<OptionCard name="c" value={2} points={2} text="Dưới 5 đại lý" mark={3} met />))
  expect(words).toBe('2 điểm Dưới 5 đại lý Mốc 3 sao , đã đạt')
})

test('the ruler says in a sentence what it shows, and never leaves its frame', () => {
  const html = drawn(<PointRuler points={120} possible={87} />)
  expect(wordsOf(html)).toContain('120 trên 100 điểm. Cao nhất còn có thể đạt 87 điểm. 3 sao từ 50 điểm.')
  expect(html).not.toContain('width="120%"')
})

test('a step says where it stands', () => {
  const html = drawn(
    <Steps
      items={[
        { label: 'Nộp', state: 'done' },
        { label: 'Xã', state: 'current' },
      ]}
    />,
  )
  expect(wordsOf(html)).toBe('Nộp , đã xong Xã , đang làm')
  expect(html).toContain('aria-current="step"')
})

test('an empty table gives way to what was said to stand in its place', () => {
  const head = [{ label: 'Hồ sơ' }]
  expect(drawn(<Table head={head} rows={[]} empty="Chưa có hồ sơ" />)).toBe('Chưa có hồ sơ')
  expect(drawn(<Table head={head} rows={[['A']]} />)).toContain('data-label="Hồ sơ"')
})

test('a chart is titled with its question and opens the list behind each number', () => {
  const html = drawn(<BarChart title="Bao nhiêu?" rows={[{ label: '2023', value: 1110, href: '/x' }]} />)
  expect(wordsOf(html)).toBe('Bao nhiêu? 2023 1.110')
  expect(html).toContain('href="/x"')
})

test('no component needs an inline style or script', () => {
  const html = drawn(<ComponentsPage theme="tea-dark" />)
  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style/)
  expect(html).toContain('data-theme="tea-dark"')
})
