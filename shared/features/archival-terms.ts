/** Values that the registers of the archive room share. */
import { z } from '../lib/zod.ts';

/** 档案门类代码, DA/T 13-2022: 文书 科技 人事 会计 专业 照片 录音 录像 业务数据 邮件 网页 社交媒体 实物. */
export const Category = z.enum(['WS', 'KJ', 'RS', 'KU', 'ZY', 'ZP', 'LY', 'LX', 'SJ', 'YJ', 'WY', 'MT', 'SW']);
export type Category = z.infer<typeof Category>;

/** 保管期限代码: Y = 永久, D and years = 定期 (DA/T 13-2022; open form). */
export const TermCode = z.string().regex(/^(?:Y|D[1-9]\d{0,2})$/u);

/** 归档年度 by which date; anything but the signing date is an exception with its reason (DA/T 22-2015, 5.2). */
export const YearReason = z.enum(['signed', 'meeting_closed', 'case_closed', 'project_ended', 'book_ended']);

/** ISO date, reduced to month or year where the paper says no more. */
export const ArchivalDate = z.string().regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u);
