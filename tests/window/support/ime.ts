/**
 * A Chinese input method for window tests, through the DevTools protocol. It acts as the system does: letters compose
 * only while the focus is in an editable field; otherwise they arrive raw, as with the input method switched off.
 * Invariant: every key that the input method takes for itself reaches the page with key code 229.
 */
import type { CDPSession, Page } from 'playwright-core';

/** Key code of a key press that belongs to an input method. */
const INPUT_METHOD_KEY = 229;

export interface InputMethod {
  /** Types letters, shown as composition text under the caret, without choosing anything. */
  compose(letters: string): Promise<void>;
  /** Takes a candidate in place of the composition text. */
  choose(text: string): Promise<void>;
  /** `compose` and `choose`: the usual way to enter a word. Chooses nothing where the letters arrived raw. */
  type(letters: string, text: string): Promise<void>;
  /** Presses a key that the input method keeps to itself, e.g. Enter while composing. */
  pressWhileComposing(key: 'Enter' | 'Escape' | 'ArrowDown' | 'Tab'): Promise<void>;
  /** Gives the composition up; nothing is entered. */
  cancel(): Promise<void>;
}

async function focusIsEditable(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      return !field.readOnly && !field.disabled;
    }
    return field instanceof HTMLElement && field.isContentEditable;
  });
}

async function processKey(session: CDPSession, key: string): Promise<void> {
  const event = { key: 'Process', code: key, windowsVirtualKeyCode: INPUT_METHOD_KEY };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

async function compositionText(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** An input method for one page; `session` comes from `page.context().newCDPSession(page)`. */
export function inputMethod(page: Page, session: CDPSession): InputMethod {
  let composed = '';
  const compose = async (letters: string): Promise<void> => {
    for (const letter of letters) {
      const code = `Key${letter.toUpperCase()}`;
      if (await focusIsEditable(page)) {
        composed += letter;
        await processKey(session, code);
        await compositionText(session, composed);
      } else {
        await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, code, text: letter });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code });
      }
    }
  };
  const choose = async (text: string): Promise<void> => {
    if (composed === '') return;
    composed = '';
    await processKey(session, 'Space');
    await session.send('Input.insertText', { text });
  };
  return {
    compose,
    choose,
    async type(letters, text) {
      await compose(letters);
      await choose(text);
    },
    async pressWhileComposing(key) {
      await processKey(session, key);
    },
    async cancel() {
      composed = '';
      await processKey(session, 'Escape');
      await compositionText(session, '');
    },
  };
}
