/** The document that Observable Plot draws into on the server: one a process, never attached to anything. */
import { Window } from 'happy-dom'

let document: Document | undefined

export function drawingDocument(): Document {
  document ??= new Window({ settings: { disableJavaScriptEvaluation: true } as never }).document as unknown as Document
  return document
}
