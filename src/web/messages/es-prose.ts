/** Español: las páginas que son texto. */
import type { Prose } from './prose.js'

export const method: Prose = {
  heading: 'Cómo se hace este registro',
  lede: 'Cada cifra es una suma de filas, cada fila es una línea de una tabla de un informe oficial y cada línea cita su página, o su fila en el archivo si el informe se publicó como página web (1999–2000 y 2006–2007).',
  sections: [
    {
      heading: 'Los informes',
      paragraphs: [
        'Los departamentos de Estado y de Defensa informan cada año al Congreso sobre el adiestramiento militar extranjero (“Foreign Military Training and DoD Engagement Activities of Interest”, volumen I, sección IV). Cada fila de sus tablas da un curso, el número de alumnos o actividades y, según el año, la unidad adiestrada, la unidad que impartió, el lugar, el costo y las fechas.',
        'Los archivos se leen tal como se publicaron. Cada uno se identifica por su SHA-256. Ningún original se modifica, y lo que imprime una página se conserva junto a lo que se leyó en ella.',
      ],
    },
    {
      heading: 'La comprobación',
      paragraphs: [
        'Los informes imprimen totales: por programa, año fiscal y país. La extracción nunca los mira. Después cada total se recalcula a partir de sus filas y se compara, en centavos enteros.',
        'Si un total no cuadra, o se leyó mal una página o el informe se equivoca. El error del propio informe se enumera con ambas cifras y su página, después de leer la imagen de la página y de volver a sumar las filas con una herramienta independiente. Lo que no es ni lo uno ni lo otro se enumera como duda abierta.',
      ],
    },
    {
      heading: 'Filas que hablan de una cancelación',
      paragraphs: [
        'Algunas filas dicen ellas mismas que el adiestramiento se canceló y aun así imprimen una cantidad y un costo. Los totales impresos las cuentan, de modo que toda suma de aquí también; puede que el adiestramiento no se haya realizado. Cada una lleva la marca CANCELLED, y su cita lo dice.',
      ],
      link: { text: 'Las filas que hablan de una cancelación', path: '/search', query: { flag: 'CANCELLED' } },
    },
    {
      heading: 'Qué se lee y qué se propone',
      paragraphs: [
        'Países y programas se reconocen con tablas publicadas: una forma que las tablas no conocen queda sin reconocer. Los programas cambian de nombre cada pocos años; una tabla de equivalencias con sus fuentes dice cuáles se comparan, y los gráficos marcan la ruptura.',
        'Dividir una celda en nombres y decir qué clase de receptor es cada uno se hace por reglas. Es una propuesta, marcada como tal, y la celda impresa está a su lado. Dos nombres que se leen igual no se toman por la misma unidad.',
      ],
    },
    {
      heading: 'Nada se sobrescribe',
      paragraphs: [
        'Al registro solo se añade. Cada cambio tiene autor, hora, motivo y una huella criptográfica de todo lo anterior. Un enlace permanente lleva los primeros dígitos de una huella de todo lo que el registro contenía, de modo que muestra las mismas cifras por mucho que se añada después, y en todo registro que contenga lo mismo; el que no, lo dice.',
        'Los números de servicio y los nombres de particulares que imprimen los informes aparecen ocultos aquí.',
      ],
    },
    {
      heading: 'Cómo obtenerlo',
      paragraphs: [
        'Cada lista se puede descargar completa en CSV, JSON o NDJSON desde el enlace sobre sus filas; la API responde a las mismas preguntas. El paquete de los datos viene con el programa, un archivo por año fiscal.',
      ],
    },
  ],
}

export const wording: Prose = {
  heading: 'Sobre las palabras',
  lede: 'Las palabras se eligieron para que una frase se pueda tomar sin que diga más que el registro.',
  sections: [
    {
      heading: 'Sesiones de adiestramiento, no personas',
      paragraphs: [
        'La columna “Qty”, “Students” o “# Students/Activities” se llama aquí sesiones de adiestramiento, como la llama el Departamento de Estado. Un soldado que asiste a tres cursos suma tres. De estas sumas no se obtiene ningún número de individuos.',
      ],
    },
    {
      heading: 'Unidad receptora y unidad que imparte',
      paragraphs: [
        'La unidad receptora es quien recibió el adiestramiento tal como lo imprime la fila; la unidad que imparte es quien lo dio. El receptor no siempre es una fuerza de seguridad: en las tablas hay también medios, universidades, ministerios, instituciones de Estados Unidos e individuos. Solo lo clasificado como fuerza de seguridad se llama unidad adiestrada.',
        'Muchas filas nombran un ministerio o una fuerza y ninguna unidad. Una fila así puede incluir o no a una unidad determinada y no acusa a ninguna.',
      ],
    },
    {
      heading: 'Realizado y propuesto',
      paragraphs: [
        'Los informes de 1999 a 2001 incluyen también el plan del año siguiente. Los planes se pueden buscar, pero ninguna suma los incluye.',
      ],
    },
    {
      heading: 'Blanco, cero y vacío',
      paragraphs: [
        'Una celda en blanco no es cero. Un costo impreso de US$0 no es gratuito: la fila no dice quién pagó. Un año sin archivo es un vacío y se dibuja rayado. “Ninguna fila” significa que los informes que están aquí no enumeran ninguna; no demuestra que no hubo adiestramiento.',
      ],
    },
    {
      heading: 'Filas iguales',
      paragraphs: [
        'Los informes imprimen algunas filas cientos de veces, y los totales impresos cuentan cada una. Las filas iguales no se toman por duplicados.',
      ],
    },
    {
      heading: 'Estar nombrado',
      paragraphs: [
        'Que una unidad o institución haya recibido adiestramiento no dice nada de lo que hizo. Quien aparezca aquí y encuentre un error puede pedir que se corrija; la corrección es un cambio nuevo, y el estado anterior queda marcado como tal.',
      ],
    },
  ],
}
