import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { ClockBar } from './clock-bar.tsx'
import { ClockChip } from './clock-chip.tsx'
import { DateInput } from './date-input.tsx'
import { EvidenceChip } from './evidence-chip.tsx'
import { FileInput } from './file-input.tsx'
import { Mark } from './mark.tsx'
import { Panel } from './panel.tsx'
import { RadioGroup } from './radio-group.tsx'
import { SearchInput } from './search-input.tsx'
import { Select } from './select.tsx'
import { StatusBadge } from './status-badge.tsx'
import { TextArea } from './text-area.tsx'
import { TextInput } from './text-input.tsx'

/** Buttons, states, clocks and marks of the components page. */
export function ActionSamples() {
  return (
    <div class="grid gap-6 lg:grid-cols-2">
      <Panel title="Nút">
        <div class="flex flex-wrap items-center gap-3">
          <Button variant="primary">Lưu hồ sơ</Button>
          <Button variant="secondary">Thêm minh chứng</Button>
          <Button>Để sau</Button>
          <Button variant="ghost">Bỏ qua</Button>
          <Button variant="primary" size="lg" icon="send">
            Nộp hồ sơ
          </Button>
          <Button variant="danger">Thu hồi</Button>
          <Button variant="primary" disabled>
            Nộp phiếu
          </Button>
          <Button size="sm">Nhắc</Button>
          <Button icon="download" label="Tải xuống" />
        </div>
      </Panel>
      <Panel title="Nhãn trạng thái và đồng hồ" class="space-y-3">
        <p class="flex flex-wrap gap-2">
          <StatusBadge tone="neutral">Mới nhận</StatusBadge>
          <StatusBadge tone="info">Đang kiểm tra</StatusBadge>
          <StatusBadge tone="warning">Chờ bổ sung</StatusBadge>
          <StatusBadge tone="success">Đã gửi lại</StatusBadge>
          <StatusBadge tone="error">Bị loại</StatusBadge>
        </p>
        <p class="flex flex-wrap gap-2">
          <ClockChip daysLeft={10} />
          <ClockChip daysLeft={3} />
          <ClockChip daysLeft={0} />
          <ClockChip daysLeft={-4} />
        </p>
        <ClockBar share={0.48} />
        <ClockBar share={0.15} status="expiring" />
        <p class="flex flex-wrap gap-2">
          <EvidenceChip href="#dk" label="Đăng ký kinh doanh" kind="done" />
          <EvidenceChip href="#hd" label="Hợp đồng" current />
          <EvidenceChip href="#dd" label="Đường dẫn hỏng" kind="link" bad />
        </p>
        <p class="flex flex-wrap gap-2">
          <Mark rank={3} met />
          <Mark rank={4} met />
          <Mark rank={5} met={false} />
        </p>
      </Panel>
    </div>
  )
}

/** Every kind of field, with and without a fault. */
export function FormSamples() {
  return (
    <div class="grid gap-6 lg:grid-cols-2">
      <Panel title="Ô nhập" class="space-y-4">
        <TextInput
          label="Tên sản phẩm"
          name="name"
          value="Mận sấy dẻo"
          hint="Viết đúng như trên nhãn hàng."
        />
        <TextInput
          label="Điện thoại"
          name="phone"
          type="tel"
          value="0912 34"
          fault="Số điện thoại có 10 chữ số."
        />
        <Select
          label="Xã, phường"
          name="unit"
          value="03868"
          empty="Chọn xã, phường"
          options={[
            { value: '03868', label: 'Xã Tà Xùa (gồm Háng Đồng cũ)' },
            { value: '03646', label: 'Phường Tô Hiệu' },
          ]}
        />
        <DateInput label="Ngày cấp" name="issued" value="2026-11-24" />
        <TextArea label="Câu chuyện sản phẩm" name="story" optional rows={3} />
        <SearchInput label="Tìm sản phẩm" placeholder="Tên sản phẩm, chủ thể" value="" />
      </Panel>
      <Panel title="Chọn và tải lên" class="space-y-4">
        <RadioGroup
          label="Loại hồ sơ"
          name="kind"
          value="first"
          options={[
            { value: 'first', label: 'Phân hạng lần đầu' },
            { value: 'upgrade', label: 'Nâng hạng', hint: 'Sản phẩm đang có sao còn hiệu lực.' },
          ]}
        />
        <RadioGroup
          label="Nội dung"
          name="met"
          inline
          fault="Chọn một trong hai."
          options={[
            { value: 'yes', label: 'Đạt' },
            { value: 'no', label: 'Không đạt' },
          ]}
        />
        <Checkbox label="Tôi cam kết nội dung đúng" name="agreed" checked />
        <FileInput
          label="Giấy tờ"
          name="papers"
          multiple
          accept="application/pdf,image/*"
          hint="PDF, JPG, tối đa 20 MB mỗi tệp."
        />
      </Panel>
    </div>
  )
}
