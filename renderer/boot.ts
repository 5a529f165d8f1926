/** Lets the page paint its name first, so that the window shows at once; then the program loads. */
requestAnimationFrame(() => {
  setTimeout(() => void import('./main.tsx'));
});
