/** Sign-in rows, and the imports that brought them. */
import { AttendanceRole } from '#shared/features/attendance.ts';
import { maskNumbersIn } from '#shared/lib/phones.ts';
import { z } from '#shared/lib/zod.ts';
import { flatEntity, type Entity } from './entity.ts';

const withdrawal = { withdrawn: z.int(), withdrawn_reason: z.string().nullable(), version: z.int() };

export const AttendanceImportImage = z.object({
  id: z.int(),
  uid: z.string(),
  source_name: z.string().nullable(),
  source_sha256: z.string(),
  row_count: z.int(),
  ...withdrawal,
});
export type AttendanceImportImage = z.infer<typeof AttendanceImportImage>;
export const attendanceImportEntity = flatEntity('attendance_import', AttendanceImportImage);

export const AttendanceImage = z.object({
  id: z.int(),
  uid: z.string(),
  activity_id: z.int(),
  person_id: z.int(),
  date: z.string(),
  number: z.string().nullable(),
  signed: z.int(),
  role: AttendanceRole,
  minutes: z.int().nullable(),
  remark: z.string(),
  source_line: z.int().nullable(),
  source_text: z.string().nullable(),
  import_id: z.int().nullable(),
  ...withdrawal,
});
export type AttendanceImage = z.infer<typeof AttendanceImage>;
export const attendanceEntity: Entity<AttendanceImage> = {
  ...flatEntity('attendance', AttendanceImage),
  // The line of the sheet as it was read, phone and all.
  masked: { source_text: maskNumbersIn },
};
