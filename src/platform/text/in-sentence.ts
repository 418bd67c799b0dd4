/** A unit's name within a sentence: "Xã Tà Xùa" is "xã Tà Xùa" there. Vietnamese names only. */
export function inSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
