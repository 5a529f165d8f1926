/** The first page of a file the size of a stamp, drawn when it comes into view; else the extension of its name. */
import { useEffect, useRef, useState } from 'react';
import { hasPicture, type ShownFile } from './file-content.ts';
import { thumbnailOf } from './thumbnails.ts';

export function Thumbnail({ file }: { file: ShownFile }) {
  const holder = useRef<HTMLSpanElement>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const { sha256, format } = file;
  useEffect(() => {
    if (!holder.current || !hasPicture(format)) return;
    let gone = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      thumbnailOf(file, () => !gone).then(
        (drawn) => {
          if (!gone) setPicture(drawn);
        },
        // The preview of the file says what is wrong with it.
        () => undefined,
      );
    });
    observer.observe(holder.current);
    return () => {
      gone = true;
      observer.disconnect();
    };
    // A checksum is the whole content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sha256, format]);
  const extension = /\.([^.]{1,5})$/u.exec(file.name)?.[1]?.toUpperCase() ?? '';
  return (
    <span ref={holder} className="thumbnail" aria-hidden="true">
      {picture === null ? <span>{extension}</span> : <img src={picture} alt="" />}
    </span>
  );
}
