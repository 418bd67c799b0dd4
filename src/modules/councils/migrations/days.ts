/** A session may last several days. */
export const days = [`alter table council_session add column until date check (until >= held_on)`]
