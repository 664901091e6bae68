// @ts-check
/** The appearance of the editor. Its colours follow those of the page (www/styles/author.css). */
import { EditorView } from '@codemirror/view';

export const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--au-text)', backgroundColor: 'var(--au-surface)' },
  '&.cm-focused': { outline: '2px solid var(--au-focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
    lineHeight: '1.5',
  },
  '.cm-gutters': {
    color: 'var(--au-text-soft)',
    backgroundColor: 'var(--au-surface-soft)',
    borderRight: '1px solid var(--au-border-soft)',
  },
  '.cm-tooltip': {
    maxWidth: 'min(40rem, 90vw)',
    color: 'var(--au-text)',
    backgroundColor: 'var(--au-surface)',
    border: '1px solid var(--au-border)',
  },
  '.cm-tooltip .au-hover': { padding: '8px', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap' },
  // A colour alone does not show a problem.
  '.cm-lintRange-error': { borderBottom: '2px solid var(--au-error)' },
  '.cm-lintRange-warning': { borderBottom: '2px dashed var(--au-finding)' },
});
