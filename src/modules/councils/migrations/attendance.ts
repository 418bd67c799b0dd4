/** Members come and go: who attended stays on record, with when they left the room. */
export const attendance = [
  `alter table session_attendance add column left_at timestamptz`,
  `alter table session_attendance add check (left_at >= noted_at)`,
]
