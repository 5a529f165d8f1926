/** Opens a page from the disk as a browser does: no preload, no rights beyond a page's. Run by Electron; last argument: the file. */
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1000,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  return window.loadFile(process.argv[process.argv.length - 1]);
});
app.on('window-all-closed', () => app.quit());
