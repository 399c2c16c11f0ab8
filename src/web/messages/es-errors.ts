/** Español: los errores que puede encontrar quien usa un navegador, por su código. */

import type { ErrorForms } from './errors.js'
import { kindOfFile, thing, whyInSpanish, whyNoEntry, whyNoJudgement } from './es-error-words.js'
import { changeReasonIn, writerIn } from './reasons.js'

const whatFile = 'Compruebe qué archivo es; divídalo en partes si es el correcto.'
const again = 'Descárguelo o guárdelo de nuevo.'
const compare = 'Descárguelo otra vez y compare su SHA-256.'
const anotherCopy = 'Guárdelo como PDF o copie el texto en un archivo.'
const loadAgain = 'Vuelva a cargar la página y decida allí.'

export const errorForms: ErrorForms = {
  ADDRESS_TOO_LONG: {
    form: /^The address is longer than (.+) characters\.$/,
    message: (most) => `La dirección tiene más de ${most} caracteres.`,
    remedy: 'Pregunte por menos valores a la vez.',
  },
  ARTICLE_DAY_INVALID: {
    form: /^"(.*)" is not a day of the calendar\.$/s,
    message: (day) => `“${day}” no es un día del calendario.`,
    remedy: 'Escriba el día de publicación así: 2014-02-17, o solo el mes o el año: 2014-02, 2014.',
  },
  ARTICLE_KIND_UNKNOWN: {
    form: /^This is (.+), not a text, HTML page, PDF or Word document\.$/,
    message: (kind) => `Es ${kindOfFile(kind)}, y no un texto, una página HTML, un PDF ni un documento de Word.`,
    remedy: 'Guarde el artículo en uno de esos formatos e inténtelo de nuevo.',
  },
  ARTICLE_NO_TEXT: {
    form: /^There is no text in the file\.$/,
    message: () => 'El archivo no contiene texto.',
    remedy: anotherCopy,
  },
  ARTICLE_FILE_TOO_LARGE: {
    form: /^The file is larger than (.+) MB, which is the most that a page takes\.$/,
    message: (most) => `El archivo ocupa más de ${most} MB, lo máximo que acepta una página.`,
    remedy: 'Guarde el artículo sin sus imágenes, o como texto; `rastro ingest` acepta un poco más.',
  },
  ARTICLE_TOO_DEEP: {
    form: /^The page nests elements deeper than (.+)\.$/,
    message: (most) => `La página anida elementos a más de ${most} niveles.`,
    remedy: anotherCopy,
  },
  ARTICLE_TOO_LONG: {
    form: /^The text is longer than (.+) characters\.$/,
    message: (most) => `El texto tiene más de ${most} caracteres.`,
    remedy: 'Divídalo en partes; un artículo tiene unos diez mil.',
  },
  AS_OF_UNKNOWN: {
    form: /^The ledger has no state (.+)\.$/,
    message: (state) => `El registro no tiene el estado ${state}.`,
    remedy: 'Este registro no lo contiene; otro quizá sí. Sin “as_of” se ve el estado actual.',
  },
  BODY_TOO_LARGE: {
    form: /^What was sent is longer than (.+) bytes\.$/,
    message: (most) => `Lo enviado ocupa más de ${most} bytes.`,
    remedy: 'Envíe menos de una vez.',
  },
  CHANGESET_UNKNOWN: {
    form: /^There is no changeset (.+)\.$/,
    message: (id) => `No existe el cambio ${id}.`,
    remedy: 'Las páginas de los adiestramientos y de las fuentes dicen qué cambio las escribió.',
  },
  CLAIM_DECIDED_MEANWHILE: {
    form: /^The claim was (.+?) by (.+) after this page was shown\. Nothing was written\.$/s,
    message: (verdict, reviewer) =>
      `Después de mostrarse esta página, ${reviewer} ${{ accepted: 'aceptó', corrected: 'corrigió', rejected: 'rechazó' }[verdict] ?? verdict} la afirmación. No se escribió nada.`,
    remedy: 'Vuelva a cargar la página, y deshaga esa decisión o corrija la afirmación si debe quedar de otro modo.',
  },
  CLAIM_UNDONE_MEANWHILE: {
    form: /^The decision on the claim was taken back after this page was shown\. Nothing was written\.$/,
    message: () => 'Después de mostrarse esta página se deshizo la decisión sobre la afirmación. No se escribió nada.',
    remedy: 'Vuelva a cargar la página y decida.',
  },
  CLAIM_TIE_NO_FORCE: {
    form: /^"(.*)" is a country, a region or a programme, and no unit or body\.$/s,
    message: (name) => `“${name}” es un país, una región o un programa, y no una unidad ni una institución.`,
    remedy:
      'Nombre una unidad o institución, o deje el campo vacío: la afirmación queda entonces con el artículo, que lleva al país.',
  },
  DOCX_DAMAGED: {
    form: /^This is a ZIP archive, but not a Word document that can be read\.$/,
    message: () => 'Es un archivo ZIP, pero no un documento de Word que se pueda leer.',
    remedy: 'Ábralo en un procesador de textos, guárdelo de nuevo como .docx e inténtelo otra vez.',
  },
  DOSSIER_IS_A_PAGE: {
    form: /^This is neither a folder nor a ZIP archive\. A dossier that is a page alone carries no digests, so nothing in it can be checked\.$/,
    message: () =>
      'No es ni una carpeta ni un archivo ZIP. Un expediente que es solo una página no lleva huellas, así que nada en él puede comprobarse.',
    remedy: 'Indique la carpeta o el archivo ZIP del expediente; `rastro dossier LIST --format zip` escribe uno.',
  },
  DOSSIER_NOT_COMPARED: {
    form: /^The list is not compared with the ledger yet\.$/,
    message: () => 'La lista todavía no se ha comparado con el registro.',
    remedy: 'Espere a que termine la comparación, o reanúdela si se interrumpió.',
  },
  DOWNLOADS_BUSY: {
    form: /^Too many downloads are under way\.$/,
    message: () => 'Hay demasiadas descargas en curso.',
    remedy: 'Espere a que termine alguna e inténtelo de nuevo.',
  },
  ENTRY_INVALID: {
    form: /^(.+)\.$/s,
    message: (what) => `No se puede registrar: ${whyNoEntry(what)}.`,
    remedy: 'Vuelva al formulario y corríjalo.',
  },
  EVIDENCE_NO_ORIGINAL: {
    form: /^The original is not in this archive\.$/,
    message: () => 'El original no está archivado aquí.',
    remedy: 'Tráigalo con `bin/rastro fetch`, o incorpore el archivo con `bin/rastro ingest`.',
  },
  EVIDENCE_NOT_FOUND: {
    form: /^There is no such row, page or source\.$/,
    message: () => 'No existe esa fila, página o fuente.',
    remedy: 'Parta de la página del adiestramiento o de la fuente.',
  },
  EXPUNGED: {
    form: /^This (.+?) was removed from the ledger for good(?: on (\S+), by (.+?)\. Reason recorded: (.*)|\.)$/s,
    message: (what, on, actor, reason) =>
      on === undefined
        ? `Se suprimió para siempre del registro ${thing(what)} que busca.`
        : `El ${on} se suprimió para siempre del registro ${thing(what)} que busca. Lo hizo: ${writerIn('es', actor!)}. Motivo registrado: ${changeReasonIn('es', reason!)}`,
    remedy: 'Solo queda constancia de que estuvo aquí; véase SECURITY.md.',
  },
  FILE_EMPTY: { form: /^The file is empty\.$/, message: () => 'El archivo está vacío.', remedy: again },
  FILE_READER_DIED: {
    form: /^Reading the file ended unexpectedly/,
    message: () => 'La lectura del archivo terminó de manera inesperada.',
    remedy: 'Los demás archivos no se ven afectados; por favor, informe de este.',
  },
  FILE_TOO_MUCH_MEMORY: {
    form: /^Reading the file needs more memory/,
    message: () => 'Leer el archivo exige más memoria de la que se le permite.',
    remedy: whatFile,
  },
  FILE_TOO_SLOW: {
    form: /^Reading took too long and was given up\.$/,
    message: () => 'La lectura tardó demasiado y se abandonó.',
    remedy: whatFile,
  },
  FORM_FOREIGN: {
    form: /^The form was not written by this server/,
    message: () => 'El formulario no es de este servidor, o es anterior a su último arranque.',
    remedy: loadAgain,
  },
  FORM_INVALID: {
    form: /^The form cannot be read: (.+)\.$/s,
    message: (why) => `El formulario no se puede leer: ${whyInSpanish(why)}.`,
    remedy: loadAgain,
  },
  HOST_UNKNOWN: {
    form: /^This server is not called by that name\.$/,
    message: () => 'Este servidor no se llama así.',
    remedy: 'Use la dirección que el programa mostró al arrancar.',
  },
  IMAGE_BUSY: {
    form: /^Too many images are being drawn\.$/,
    message: () => 'Se están dibujando demasiadas imágenes.',
    remedy: 'Inténtelo de nuevo en un momento.',
  },
  INDEX_NOT_READY: {
    form: /^The names of the ledger are being indexed\.$/,
    message: () => 'Se está haciendo el índice de los nombres del registro.',
    remedy: 'Inténtelo de nuevo en unos segundos.',
  },
  JUDGEMENT_INVALID: {
    form: /^(.+)\.$/s,
    message: (what) => `No se puede decidir así: ${whyNoJudgement(what)}.`,
    remedy: 'Vuelva a la cola y elija de nuevo.',
  },
  METHOD_NOT_ALLOWED: {
    form: /^Nothing here takes (.+)\.$/,
    message: (method) => `Aquí nada admite ${method}.`,
    remedy: 'Use GET.',
  },
  NOT_FOUND: {
    form: /^There is no such (.+) in the ledger\.$/s,
    message: (what) => `No consta en el registro ${thing(what)}.`,
    remedy: 'Use el buscador con sus palabras.',
  },
  PAGE_NOT_FOUND: {
    form: /^The file has (\d+) pages and not this one\.$/,
    message: (pages) => `El archivo tiene ${pages} páginas, y no esta.`,
    remedy: 'Indique una página del archivo, contando desde 1.',
  },
  PDF_COLUMNS_UNKNOWN: {
    form: /^The header of the training table has a column that no known report has: it reads "(.*)"\.$/,
    message: (header) =>
      `El encabezado de la tabla de adiestramientos tiene una columna que ningún informe conocido tiene: se lee “${header}”.`,
    remedy: 'Si es tal como se publicó, el lector de informes debe aprender antes la columna; si no, busque otra edición.',
  },
  PDF_DAMAGED: { form: /^The PDF is damaged\.$/, message: () => 'El PDF está dañado.', remedy: compare },
  PDF_EMPTY: { form: /^The PDF has no pages\.$/, message: () => 'El PDF no tiene páginas.', remedy: compare },
  PDF_ENCRYPTED: {
    form: /^The PDF is protected by a password\.$/,
    message: () => 'El PDF está protegido con contraseña.',
    remedy: 'Quite la protección e inténtelo de nuevo.',
  },
  PDF_LETTERS_UNKNOWN: {
    form: /^The PDF shows its text, but/,
    message: () => 'El PDF muestra su texto, pero no dice de qué letras está hecho.',
    remedy: 'Busque otra edición, o imprima sus páginas como imágenes y aplique un reconocimiento de texto.',
  },
  PDF_LETTERS_CHANGED: {
    form: /^The PDF gives some of its letters for others: the header of its tables reads "(.*)"\.$/,
    message: (header) => `El PDF da unas letras por otras: el encabezado de sus tablas se lee “${header}”.`,
    remedy: 'Busque otra edición, o imprima sus páginas como imágenes y aplique un reconocimiento de texto.',
  },
  PDF_NO_TEXT: {
    form: /^The PDF holds pictures of pages and no text/,
    message: () => 'El PDF contiene imágenes de páginas y no texto, como los escaneados.',
    remedy: 'Busque una edición con texto, o aplique antes un reconocimiento de texto.',
  },
  PDF_PAGE_CROPPED: {
    form: /^The page is cropped:/,
    message: () => 'La página está recortada: parte de su tabla queda fuera de lo que muestra.',
    remedy: 'Quite el recorte (ajuste la caja de recorte a la página entera) o busque otra edición.',
  },
  PDF_TEXT_RECOGNISED: {
    form: /^The pages are pictures\. The header/,
    message: () =>
      'Las páginas son imágenes. Entre las palabras que un programa reconoció en ellas está el encabezado de una tabla de adiestramientos, pero ningún título, que se distingue por la negrita.',
    remedy: 'Busque la edición tal como se publicó, cuyas páginas son texto.',
  },
  PDF_TOO_LARGE: {
    form: /^The PDF needs more memory/,
    message: () => 'El PDF exige más memoria de la que se le permite.',
    remedy: whatFile,
  },
  PDF_TRUNCATED: { form: /^The end of the PDF is missing\.$/, message: () => 'Falta el final del PDF.', remedy: compare },
  PERMISSION_DENIED: {
    form: /^You may not (.+) this\.$/,
    message: () => 'No tiene permiso para hacer esto.',
    remedy: 'Consulte a quien administra este registro.',
  },
  QUERY_INVALID: {
    form: /^(.+?): (.+)\.$/s,
    message: (parameter, why) => `${parameter === 'the address' ? 'La dirección' : parameter}: ${whyInSpanish(why)}.`,
    remedy: 'Corrija esa parte de la dirección.',
  },
  QUERY_REPEATED: {
    form: /^(.+) is given twice\.$/,
    message: (parameter) => `${parameter} aparece dos veces.`,
    remedy: 'Indíquelo una sola vez.',
  },
  QUERY_TOO_SLOW: {
    form: /^The answer took too long and was given up\.$/,
    message: () => 'La respuesta tardó demasiado y se abandonó.',
    remedy: 'Acote la consulta: más palabras, un país, un año.',
  },
  QUERY_UNKNOWN_PARAMETER: {
    form: /^There is no parameter "(.*)"\.$/,
    message: (parameter) => `No existe el parámetro “${parameter}”.`,
    remedy: (remedy) => remedy.replace(/^Known here: /, 'Aquí se conocen: '),
  },
  REPORT_UNKNOWN: {
    form: /^No report (.+) is held here\.$/,
    message: (report) => `Aquí no hay ningún informe ${report}.`,
    remedy: (remedy) => (remedy.startsWith('Held') ? remedy.replace(/^Held are: /, 'Los que hay: ') : 'Todavía no hay ninguno.'),
  },
  SCREENING_COLUMN_UNKNOWN: {
    form: /^The list has no column (.+)\.$/s,
    message: (column) => `La lista no tiene la columna ${column}.`,
    remedy: (remedy) => remedy.replace(/^.*?It has: /s, 'Indique una por su encabezado, su letra o su número. Tiene: '),
  },
  SCREENING_COLUMNS_UNKNOWN: {
    form: /^Nothing tells which column names the person, unit or organisation: (.+)\.$/s,
    message: (heading) => `Nada dice qué columna nombra a la persona, la unidad o la organización: ${heading}.`,
    remedy: 'Indique cuál es, o ponga encabezados a las columnas.',
  },
  SCREENING_DECISION_INVALID: {
    form: /^The decision cannot be kept: (.+)\.$/s,
    message: (why) => `La decisión no se puede guardar: ${whyInSpanish(why)}.`,
    remedy: 'Indique qué se halló o qué debe hacerse, un motivo y, si vence, un día futuro.',
  },
  SCREENING_ENCODING_UNKNOWN: {
    form: /^The encoding (.+) is not known here\.$/,
    message: (encoding) => `Aquí no se conoce la codificación ${encoding}.`,
    remedy: 'Nómbrela como los navegadores (windows-1251, gb18030), o no la indique: se deduce de los bytes.',
  },
  SCREENING_FIELD_UNKNOWN: {
    form: /^A list has no field "(.*)"\.$/,
    message: (field) => `Una lista no tiene el campo “${field}”.`,
    remedy: (remedy) => remedy.replace(/^Known: /, 'Se conocen: '),
  },
  SCREENING_KIND_UNKNOWN: {
    form: /^This is (.+), not a list that can be read\.$/,
    message: (kind) => `Es ${kindOfFile(kind)}, y no una lista que se pueda leer.`,
    remedy: 'Entréguela como CSV, TSV, Excel (.xlsx) o líneas de nombres.',
  },
  SCREENING_NOT_OWNER: {
    form: /^Only whoever made the list may/,
    message: () => 'Solo quien hizo la lista puede conservarla, compartirla o eliminarla.',
    remedy: 'Pídaselo a su propietario, que figura en la lista.',
  },
  SCREENING_NOT_WAITING: {
    form: /^Decision (\d+) does not wait for a second person/,
    message: (number) =>
      `La decisión ${number} no espera a una segunda persona: otra posterior ocupó su lugar, venció o desde entonces se dice más de la coincidencia.`,
    remedy: 'Mire las decisiones sobre el sujeto tal como están ahora; decida de nuevo donde haga falta.',
  },
  SCREENING_SAME_PERSON: {
    form: /^Whoever made the decision cannot confirm it/,
    message: () => 'Quien tomó la decisión no puede confirmarla: la lista pide una segunda persona.',
    remedy: 'Que la confirme un colega con quien se comparta la lista.',
  },
  SCREENING_TOO_LARGE: {
    form: /^The file is larger than (.+) MB, which no list of names is\.$/,
    message: (most) => `El archivo ocupa más de ${most} MB, más que cualquier lista de nombres.`,
    remedy: whatFile,
  },
  SCREENING_TOO_MANY: {
    form: /^The list has more than (.+) subjects; this is the first beyond\.$/,
    message: (most) => `La lista tiene más de ${most} sujetos; este es el primero que sobra.`,
    remedy: 'Divídala en partes y coteje cada una. No se guardó nada.',
  },
  SCREENING_UNKNOWN: {
    form: /^There is no such list or subject for you\.$/,
    message: () => 'No hay tal lista o sujeto para usted.',
    remedy: 'Puede que se haya borrado, que hayan pasado los 90 días que se guarda o que no se comparta con usted.',
  },
  SCREENING_UPLOAD_GONE: {
    form: /^What was begun is not here, or not any more/,
    message: () => 'Lo que se empezó no está aquí, o ya no: se guarda un día, para quien lo entregó.',
    remedy: 'Entregue de nuevo el archivo o las líneas.',
  },
  SCREENING_WITHOUT_SUBJECTS: {
    form: /^The list names nobody\.$/,
    message: () => 'La lista no nombra a nadie.',
    remedy: 'Ponga, debajo del encabezado, una fila por persona, unidad u organización.',
  },
  SHEET_QUOTE_OPEN: {
    form: /^A quoted cell that begins in this row does not end\.$/,
    message: () => 'Una celda entre comillas que empieza en esta fila no termina.',
    remedy: 'Cierre las comillas, o duplíquelas si son parte del texto.',
  },
  SHEET_TOO_LARGE: {
    form: /^The table has more rows or columns, or a longer cell/,
    message: () => 'La tabla tiene más filas o columnas, o una celda más larga, que cualquier lista de unidades o personas.',
    remedy: whatFile,
  },
  SHEET_WITHOUT_ROWS: {
    form: /^The table has a heading and no rows\.$/,
    message: () => 'La tabla tiene encabezado y ninguna fila.',
    remedy: 'Compruebe que el archivo esté completo.',
  },
  SOURCE_DAY_DIFFERS: {
    form: /^The ledger has the same text or file (?:as published on (.+)|without a day of publication), not on (.+)\.$/,
    message: (known, given) =>
      `El registro tiene el mismo texto o archivo ${known === undefined ? 'sin día de publicación' : `como publicado el ${known}`}, y no el ${given}.`,
    remedy:
      'Indique lo que ya consta. Otro día de un artículo, una nota o una respuesta se registra con la fuente sola: así se corrige para todo lo registrado a partir de ella.',
  },
  SOURCE_PUBLIC: {
    form: /^The same text or file is in the ledger already/,
    message: () => 'El mismo texto o archivo ya está en el registro, a la vista de todos.',
    remedy:
      'Aunque lo registre como reservado seguiría siendo público: escríbalo con otras palabras, o suprima antes la fuente pública.',
  },
  SOURCE_RESTRICTED: {
    form: /^This file is in the ledger as a restricted source\.$/,
    message: () => 'Este archivo está en el registro como fuente reservada.',
    remedy: 'Vuelva a leerlo con --restricted; nada de él se hizo público.',
  },
  WITHDRAWN: {
    form: /^This (.+?) was withdrawn(?:; (.+) takes its place)?\.?$/s,
    message: (what, successor) => `Se retiró ${thing(what)}${successor ? `; su lugar lo ocupa ${successor}` : ''}.`,
    remedy: 'Pídalo con “as_of” y un cambio anterior.',
  },
  ZIP_DAMAGED: { form: /^The file is a damaged ZIP archive\.$/, message: () => 'El archivo es un ZIP dañado.', remedy: again },
  ZIP_ENCRYPTED: {
    form: /^The file is protected by a password\.$/,
    message: () => 'El archivo está protegido con contraseña.',
    remedy: 'Quite la protección e inténtelo de nuevo.',
  },
  ZIP_TOO_LARGE: {
    form: /^Unpacked, the file would be larger/,
    message: () => 'Descomprimido, el archivo sería mayor que cualquier documento.',
    remedy: 'Compruebe qué archivo es; guarde sus tablas como CSV.',
  },
}
