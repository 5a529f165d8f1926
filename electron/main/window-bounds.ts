/** Where the window opens: where it was last, moved and shrunk to what the screens of today show. Pixels. */
import { z } from '#shared/lib/zod.ts';

export const WindowState = z.object({
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SMALLEST = { width: 1024, height: 680 };
export const FIRST_STATE: WindowState = { x: null, y: null, width: 1360, height: 860, maximized: false };

/** Bounds that lie wholly on one of the areas (the one that holds most of the window, else the first). */
export function fitToScreens(state: WindowState, areas: readonly Area[]): WindowState {
  const [first] = areas;
  if (!first) return state;
  const { x, y } = state;
  const placed = x !== null && y !== null;
  const shared = (area: Area): number =>
    placed ? overlap({ x, y, width: state.width, height: state.height }, area) : 0;
  const best = areas.reduce((chosen, area) => (shared(area) > shared(chosen) ? area : chosen), first);
  const width = Math.min(Math.max(state.width, SMALLEST.width), best.width);
  const height = Math.min(Math.max(state.height, SMALLEST.height), best.height);
  // Without a screen in common the place is forgotten and the system centres the window.
  if (!placed || shared(best) === 0) return { ...state, x: null, y: null, width, height };
  return {
    ...state,
    x: clamp(x, best.x, best.x + best.width - width),
    y: clamp(y, best.y, best.y + best.height - height),
    width,
    height,
  };
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
