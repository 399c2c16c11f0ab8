/** Text as it may stand in the markup of a picture, between tags and in attributes. */
export const escapeText = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
