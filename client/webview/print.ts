import { layOut } from './pages.js';

/** The printed file: lays itself out on sheets as soon as it is opened, and calls up the browser's own print dialog. */
function print(): void {
  const flow = document.getElementById('flow');
  const notes = document.getElementById('notes');
  const pages = document.getElementById('pages');
  if (!flow || !notes || !pages) return;
  if (document.body.dataset.view !== 'reading') {
    const known = [...notes.querySelectorAll<HTMLElement>('[data-note]')];
    layOut([...flow.children], known, pages, { running: document.body.dataset.running ?? '' });
    flow.remove();
    notes.remove();
  }
  document.getElementById('print')?.addEventListener('click', () => window.print());
  window.print();
}

// Fonts change measures: nothing is laid out before they are there.
void document.fonts.ready.then(print);
