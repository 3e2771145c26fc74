/**
 * `npm start` and `npm run dev` put a shell between npm and their process, and a shell that is ended tells nobody. So where
 * npm runs one of these by itself, `stop` is called when what started this process is gone.
 */
export function stopWithNpm(script: 'start' | 'dev', stop: () => void): void {
  if (process.env.npm_lifecycle_event !== script || process.platform === 'win32') return;
  const starter = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watching);
    stop();
  }, 500).unref();
}
