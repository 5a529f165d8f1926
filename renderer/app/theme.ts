/**
 * Colours, sizes and type of the window. antd's default algorithm with own tokens whose pairs reach the contrast of
 * WCAG AA; `surface` names the same values for our own style sheets (as CSS variables on the root element).
 */
import { theme, type ThemeConfig } from 'antd';
import type { Preferences } from '#shared/features/window.ts';

const FONT =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "SimSun-ExtB", "SimSun-ExtG", sans-serif';

const FONT_SIZE: Record<Preferences['textSize'], number> = { medium: 14, large: 16, largest: 18 };

export function themeOf({ theme: name, textSize }: Pick<Preferences, 'theme' | 'textSize'>): ThemeConfig {
  const fontSize = FONT_SIZE[textSize];
  const dark = name === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'archive' },
    hashed: false,
    token: {
      fontSize,
      fontFamily: FONT,
      controlHeight: 30 + (fontSize - 14) * 2,
      borderRadius: 4,
      motion: false,
      ...(dark
        ? {
            colorPrimary: '#7aa2ff',
            colorInfo: '#7aa2ff',
            colorPrimaryHover: '#9ab8ff',
            colorLinkHover: '#b3caff',
            colorLink: '#8fb2ff',
            colorTextLightSolid: '#0b1220',
            colorBgLayout: '#0e0f12',
            colorBgContainer: '#16181d',
            colorBgElevated: '#1d2026',
            colorText: '#e6e8ec',
            colorTextSecondary: '#b4bac4',
            colorTextTertiary: '#a5acb8',
            colorTextDescription: '#b4bac4',
            colorTextPlaceholder: '#98a1b0',
            colorBorder: '#4a505b',
            colorBorderSecondary: '#2c3038',
            colorError: '#ff8a80',
          }
        : {
            colorPrimary: '#1d4ed8',
            colorInfo: '#1d4ed8',
            colorPrimaryHover: '#1e40af',
            colorLinkHover: '#1e40af',
            colorLink: '#1d4ed8',
            colorBgLayout: '#f5f6f8',
            colorText: '#0f172a',
            colorTextSecondary: '#475467',
            colorTextTertiary: '#475467',
            colorTextDescription: '#475467',
            colorTextPlaceholder: '#667085',
            colorBorder: '#c5cad3',
            colorBorderSecondary: '#e2e5ea',
            colorError: '#b91c1c',
            colorSuccess: '#15803d',
          }),
    },
    components: {
      Table: { cellPaddingBlockSM: 6 },
      Modal: { titleFontSize: fontSize + 2 },
      ...(dark
        ? {
            // Dark text on the light action colour is right for buttons, not for tooltips.
            Tooltip: { colorTextLightSolid: '#e6e8ec', colorBgSpotlight: '#343a46' },
            Segmented: { itemSelectedBg: '#343a46', itemSelectedColor: '#ffffff', trackBg: '#1d2026' },
          }
        : { Segmented: { itemSelectedColor: '#0f172a', itemColor: '#475467', trackBg: '#e9ecf1' } }),
    },
  };
}

/** Marks the root element, from which `app.css` takes its variables. */
export function applyTheme(preferences: Preferences): void {
  const root = document.documentElement;
  root.dataset['theme'] = preferences.theme;
  root.style.fontSize = `${FONT_SIZE[preferences.textSize]}px`;
  root.lang = preferences.locale;
}
