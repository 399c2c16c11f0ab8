/** Español: lo que acompaña a la imagen de una página, o la sustituye. */
import type { evidence as english } from './en-evidence.js'

export const evidence: typeof english = {
  page: (label, page) =>
    label && label !== String(page) ? `Página ${label} (página ${page} del archivo)` : `Página ${page} del archivo`,
  imageOfRow: (page) => `${page} del original, con esta fila marcada.`,
  imageOfPage: (page) => `${page} del original.`,
  withheld: 'Las palabras que se reservan por ser datos personales están tapadas.',
  wholePage: 'La página entera, más grande',
  noOriginal:
    'El original no está archivado aquí. El dibujo muestra dónde están las filas en la página y las palabras tal como se leyeron; no es una imagen de la página.',
  removed: 'El original se eliminó porque se suprimió algo que figura en él. No se vuelve a guardar.',
  noPages:
    'El original es una página web y no tiene páginas numeradas. Estas son las filas de su tabla alrededor de esta, tal como se leyeron.',
  outline: (page) => `${page}, en esquema: dónde están sus filas, con las palabras tal como se leyeron`,
  tableCaption: (row) => `Filas alrededor de la fila ${row} de la tabla del archivo, tal como se leyeron`,
  rowNumber: 'Fila de la tabla',
  cells: 'Celdas, de izquierda a derecha',
  total: 'total impreso',
  thisRow: 'esta fila',
  howToGet: 'Cómo obtener el original',
  official: 'Dirección oficial',
  archived: 'Archivado en',
  noAddress: 'No se conoce una dirección oficial de este archivo. Quien lo tenga puede incorporarlo:',
  command: 'Lo descarga, lo comprueba y lo conserva',
  digest: 'Es el archivo con este SHA-256',
  choosePage: 'Elija arriba una página para verla.',
  cardHeading: 'Rastro · el registro del adiestramiento estadounidense de fuerzas de seguridad extranjeras',
  cardAsPrinted: 'Tal como lo imprime la fuente:',
  cardLetters: 'Las letras que esta imagen no puede mostrar aparecen como marcos; el enlace permanente tiene el texto tal cual.',
}
