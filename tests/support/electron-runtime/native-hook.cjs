// Preloaded (NODE_OPTIONS=--require) into every Node environment of the fallback Electron runtime: the main
// process, its worker threads and its utility processes. better-sqlite3's prebuilt binary needs Node-API 10
// (Node >= 22); this runtime has Node 20. So the load of that one file is redirected to the build beside this
// file. Nothing else changes, and the product's own code and node_modules stay as they are.
'use strict';
const path = require('node:path');

const replacement = path.join(__dirname, 'better_sqlite3.node');
const wanted =
  /[\\/]better-sqlite3[\\/](?:prebuilds[\\/]linux-x64|build[\\/](?:Release|Debug)[\\/]better_sqlite3)\.node$/;
const dlopen = process.dlopen.bind(process);
process.dlopen = (module, filename, ...rest) =>
  dlopen(module, wanted.test(String(filename)) ? replacement : filename, ...rest);
