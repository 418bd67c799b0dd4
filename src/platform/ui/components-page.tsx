import type { ComponentChildren } from 'preact'
import { BarChart } from './bar-chart.tsx'
import { Button } from './button.tsx'
import { ActionSamples, FormSamples } from './components-page-forms.tsx'
import { DemoLabel } from './demo-label.tsx'
import { Document } from './document.tsx'
import { EmptyState } from './empty-state.tsx'
import { Facts } from './facts.tsx'
import { Note } from './note.tsx'
import { OptionCard } from './option-card.tsx'
import { Pager } from './pager.tsx'
import { Panel } from './panel.tsx'
import { PointRuler } from './point-ruler.tsx'
import { ProductCard } from './product-card.tsx'
import { StarBadge, type StarBadgeProps } from './star-badge.tsx'
import { Stat } from './stat.tsx'
import { StatusBadge } from './status-badge.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'
import { useView, type View, ViewProvider } from './view.ts'

/** Every component in all its states, to look at and to test. `theme` shows one theme; without it the person's own. */
export function ComponentsPage({ theme }: { theme?: View['theme'] }) {
  const view = useView()
  return (
    <ViewProvider value={{ ...view, theme: theme ?? view.theme }}>
      <Document title="Bảng thành phần" bodyClass="bg-base-200">
        <main id="main" class="wrap grid gap-6 py-8">
          <div class="flex flex-wrap items-center justify-between gap-4">
            <h1 class="text-3xl">Bảng thành phần</h1>
            <DemoLabel />
          </div>
          <StarSamples />
          <ActionSamples />
          <FormSamples />
          <NoteSamples />
          <ProgressSamples />
          <ScoreSamples />
          <ListSamples />
          <Panel title="Thẻ sản phẩm">
            <ProductSamples />
          </Panel>
          <Panel>
            <BarChart
              title="Bao nhiêu sản phẩm được công nhận mỗi năm?"
              lead="Năm 2020 và 2021 chưa tìm thấy số tổng."
              rows={[
                { label: '12/2019', value: 28, href: '#2019' },
                { label: '2022', value: 83, href: '#2022' },
                { label: '2023', value: 110, href: '#2023' },
                { label: '3/2025', value: 202, href: '#2025' },
              ]}
            />
          </Panel>
          <Panel>
            <EmptyState
              icon="inbox"
              title="Chưa có hồ sơ nào chờ bạn"
              action={
                <Button variant="primary" icon="plus" href="#nhan">
                  Nhận hồ sơ tại quầy
                </Button>
              }
            >
              Hồ sơ mới của xã sẽ hiện ở đây. Bạn có thể nhận hồ sơ giấy tại quầy.
            </EmptyState>
          </Panel>
        </main>
      </Document>
    </ViewProvider>
  )
}

const standings: readonly (readonly [StarBadgeProps['status'], string])[] = [
  ['valid', 'Đến 14/03/2028'],
  ['expiring', 'Còn 161 ngày'],
  ['expired', '31/12/2022'],
  ['revoked', '12/09/2026'],
]

function StarSamples() {
  return (
    <Panel title="Sao OCOP">
      <ul class="grid gap-5">
        {standings.map(([status, note]) => (
          <li key={status} class="flex flex-wrap items-center gap-x-8 gap-y-3">
            <StarBadge stars={3} status={status} size="sm" />
            <StarBadge stars={4} status={status} note={note} />
            <StarBadge stars={5} status={status} note={note} size="lg" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function NoteSamples() {
  return (
    <Panel title="Thông báo" class="space-y-3">
      <Note tone="info">Đợt 1/2027 nhận hồ sơ đến 30/04/2027.</Note>
      <Note tone="success" title="Đã nộp hồ sơ">
        Số tiếp nhận 14/PĐK-14-03868-2026.
      </Note>
      <Note tone="warning">
        Giấy an toàn thực phẩm còn 50 ngày.{' '}
        <a class="lnk" href="#giay">
          Tải giấy mới
        </a>
      </Note>
      <Note tone="error">Chưa gửi được. Nội dung vẫn còn trên máy.</Note>
    </Panel>
  )
}

function ProgressSamples() {
  return (
    <div class="grid gap-6 lg:grid-cols-2">
      <Panel title="Bước và diễn biến" class="space-y-6">
        <Steps
          items={[
            { label: 'Nộp', state: 'done' },
            { label: 'Xã', state: 'current' },
            { label: 'Tỉnh', state: 'todo' },
            { label: 'Sao', state: 'todo' },
          ]}
        />
        <Timeline
          items={[
            {
              title: 'Chờ bổ sung 2 giấy tờ',
              at: '20/11/2026 10:05',
              by: 'Sùng A Tủa',
              tone: 'warning',
              detail: 'Hẹn 27/11/2026',
            },
            { title: 'Mở lại tem truy xuất', at: '12/11/2026 09:12', by: 'Sùng A Tủa', tone: 'info' },
            { title: 'Xã nhận hồ sơ', at: '02/11/2026 08:30', tone: 'success' },
            { title: 'Tạo hồ sơ', at: '30/10/2026 15:00', by: 'HTX Háng Đồng' },
          ]}
        />
      </Panel>
      <Panel title="Thông tin và ô số" class="space-y-5">
        <Facts
          items={[
            ['Hạng', '5 sao, phân hạng lại'],
            ['Cơ quan', 'Bộ trưởng, theo hồ sơ của tỉnh'],
            ['Mã sản phẩm', '14-116-1-2024'],
          ]}
        />
        <div class="grid grid-cols-2 gap-3">
          <Stat value={41} label="hồ sơ trong đợt" href="#ho-so" />
          <Stat value={3} label="hồ sơ trễ" href="#tre" tone="late" />
        </div>
      </Panel>
    </div>
  )
}

function ScoreSamples() {
  return (
    <Panel title="4.1 Khu vực phân phối chính" lead="Phần B, mục 4 Tiếp thị">
      <fieldset class="space-y-2.5">
        <legend class="sr-only">Chọn mức điểm</legend>
        <OptionCard name="c41" value={1} points={1} text="Thị trường trong địa bàn cấp xã" hotkey="1" />
        <OptionCard
          name="c41"
          value={2}
          points={2}
          text="Ngoài địa bàn xã, dưới 5 đại lý phân phối"
          mark={3}
          met
          hotkey="2"
        />
        <OptionCard
          name="c41"
          value={3}
          points={3}
          text="Ngoài địa bàn xã, từ 5 đại lý phân phối trở lên"
          mark={4}
          met
          checked
          hotkey="3"
        />
        <OptionCard
          name="c41"
          value={4}
          points={5}
          text="Quốc tế hoặc kênh hiện đại (có hợp đồng và minh chứng)"
          mark={5}
          met={false}
          hotkey="4"
        />
      </fieldset>
      <div class="mt-6">
        <PointRuler points={67} possible={87} target={70} />
      </div>
    </Panel>
  )
}

function ListSamples() {
  return (
    <Panel title="Bảng, thẻ chuyển, trang" flush>
      <div class="px-2 pt-2 lg:px-4">
        <Tabs
          items={[
            { href: '#mo', label: 'Đang mở', count: 8, current: true },
            { href: '#cho', label: 'Chờ bổ sung', count: 2 },
            { href: '#qua-han', label: 'Quá hạn', count: 1, urgent: true },
            { href: '#chuyen', label: 'Đã chuyển', count: 9 },
          ]}
        />
      </div>
      <Table
        caption="Hồ sơ đang mở"
        head={[
          { label: 'Sản phẩm' },
          { label: 'Chủ thể' },
          { label: 'Tình trạng' },
          { label: 'Điểm', align: 'right' },
          { label: '' },
        ]}
        tones={['late', undefined]}
        rows={[
          row(
            'Trà xanh mây (Tà Xùa)',
            'Công ty TNHH trà và đặc sản Tây Bắc',
            <StatusBadge tone="error">Quá hạn</StatusBadge>,
            '86,25',
          ),
          row(
            'Xoài sấy dẻo',
            'HTX nông nghiệp Xuân Tiến',
            <StatusBadge tone="info">Đang kiểm tra</StatusBadge>,
            '64,50',
          ),
        ]}
      />
      <div class="border-t border-line pb-6">
        <Pager firstHref="#dau" nextHref="#sau" />
      </div>
    </Panel>
  )
}

function row(
  product: string,
  producer: string,
  status: ComponentChildren,
  points: string,
): ComponentChildren[] {
  return [
    <b key="p">{product}</b>,
    producer,
    status,
    points,
    <Button key="b" href="#xem">
      Xem hồ sơ
    </Button>,
  ]
}

function ProductSamples() {
  return (
    <ul class="grid grid-cols-2 gap-x-3 gap-y-8 lg:grid-cols-4 lg:gap-x-6">
      <li>
        <ProductCard
          href="#ca-phe"
          name="Cà phê bột nguyên chất"
          producer="HTX cà phê Bích Thao"
          place="Phường Chiềng Cơi"
          picture="/art/ca-phe.svg"
          star={{ stars: 5, status: 'valid', note: 'Đến 15/09/2027' }}
        />
      </li>
      <li>
        <ProductCard
          href="#hong"
          name="Hồng giòn sấy dẻo"
          producer="HTX nông nghiệp Quyết Thanh"
          picture="/art/hong-say.svg"
          star={{ stars: 4, status: 'expiring', note: 'Còn 161 ngày' }}
        />
      </li>
      <li>
        <ProductCard
          href="#long-nhan"
          name="Long nhãn sấy khô"
          producer="HTX Bảo Minh"
          picture="/art/long-nhan.svg"
          star={{ stars: 3, status: 'expired', note: '31/12/2022' }}
        />
      </li>
      <li>
        <ProductCard
          href="#mau"
          name="Hoa quả sấy (sản phẩm mẫu)"
          producer="HTX Mẫu, không có thật"
          star={{ stars: 3, status: 'revoked' }}
        />
      </li>
    </ul>
  )
}
