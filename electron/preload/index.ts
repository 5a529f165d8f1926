/** All that the page can reach: one call, one cancel, one listener. Sandboxed; never edited for a feature. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, CHANNELS, type Bridge, type Notice } from '#shared/bridge.ts';

const bridge: Bridge = {
  call: (name, input, call) => ipcRenderer.invoke(CHANNELS.call, name, input, call),
  cancel: (call) => ipcRenderer.send(CHANNELS.cancel, call),
  onNotice: (listener) => {
    // The event object stays here: it would hand the page the whole ipcRenderer.
    const forward = (_event: unknown, notice: Notice): void => listener(notice);
    ipcRenderer.on(CHANNELS.notice, forward);
    return () => {
      ipcRenderer.off(CHANNELS.notice, forward);
    };
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
