/**
 * SQLite's library stays loaded for as long as the process lives. Node closes an addon together with the thread that opened it: where only
 * threads use SQLite, the last one to end would unload it, and the next one load it anew, while threads are still ending. Twice in some
 * twenty full runs a test process whose threads came and went that way died of a damaged heap. Loaded here once, nothing is ever unloaded.
 */
import Database from 'better-sqlite3';

let isLoaded = false;

/** To be called in the main thread before any thread starts; costs one loading of the library. */
export function keepDriverLoaded(): void {
  if (isLoaded) return;
  new Database(':memory:').close();
  isLoaded = true;
}
