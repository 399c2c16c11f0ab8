/**
 * PDFium as WebAssembly: compiled once a process, one instance a thread, with a cap on the memory it may take.
 *
 * The functions are called on the instance's own exports: the package's wrappers cost more than the functions do.
 * PDFium ends a failed allocation with a trap, after which its heap cannot be trusted: the caller must drop the instance.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

/** The C functions used here; every argument and result is a number: an integer, a pointer into `memory`, or a float. */
export interface PdfiumFunctions {
  malloc(bytes: number): number
  free(pointer: number): void
  [name: `FPDF${string}` | `EPDF${string}` | `PDFiumExt_${string}`]: (...values: number[]) => number
}

export interface Pdfium {
  call: PdfiumFunctions
  /** The heap as it is now; it moves when it grows, so take it again after every call that may allocate. */
  bytes(): Uint8Array<ArrayBuffer>
  view(): DataView<ArrayBuffer>
  /** The heap as 32-bit floats, the cheapest way to read many results: `floats()[pointer >> 2]`. */
  floats(): Float32Array<ArrayBuffer>
  /** A few bytes for results of calls that answer through a pointer. Valid until the next call that uses them. */
  scratch: number
}

export const SCRATCH_BYTES = 1024

/** The largest heap in bytes. The largest given report needs 40 MB; a page that needs more than this is hostile or broken. */
const HEAP_LIMIT = 320 * 1024 * 1024

type Imports = Record<string, Record<string, (...values: number[]) => number>>

let compiled: Promise<WebAssembly.Module> | undefined
let shared: Promise<Pdfium> | undefined

function compile(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')))
  return compiled
}

/** A new instance with a heap of at most `heapLimit` bytes; about 15 ms and 17 MB. */
async function startPdfium(heapLimit = HEAP_LIMIT): Promise<Pdfium> {
  const module = await compile()
  let exports: WebAssembly.Exports | undefined
  const silent = () => {}
  const library = await init({
    print: silent,
    printErr: silent,
    instantiateWasm(imports: Imports, receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) {
      const environment = imports.env as Imports[string]
      const resize = environment.emscripten_resize_heap as (bytes: number) => number
      const capped = { ...environment, emscripten_resize_heap: (bytes: number) => (bytes >>> 0 > heapLimit ? 0 : resize(bytes)) }
      WebAssembly.instantiate(module, { ...imports, env: capped } as unknown as WebAssembly.Imports).then((instance) => {
        exports = instance.exports
        receive(instance, module)
      })
      return {}
    },
  } as unknown as Parameters<typeof init>[0])
  library.PDFiumExt_Init()
  const call = exports as unknown as PdfiumFunctions
  const memory = (exports as unknown as { memory: WebAssembly.Memory }).memory
  let floats = new Float32Array(memory.buffer as ArrayBuffer)
  return {
    call,
    bytes: () => new Uint8Array(memory.buffer as ArrayBuffer),
    view: () => new DataView(memory.buffer as ArrayBuffer),
    floats() {
      // A heap that grew has left its old buffer without length.
      if (floats.length === 0) floats = new Float32Array(memory.buffer as ArrayBuffer)
      return floats
    },
    scratch: call.malloc(SCRATCH_BYTES),
  }
}

/** This thread's instance. */
export function pdfium(): Promise<Pdfium> {
  shared ??= startPdfium()
  return shared
}

/** Forgets this thread's instance, so that the next document gets a sound one. */
export function dropPdfium(): void {
  shared = undefined
}
