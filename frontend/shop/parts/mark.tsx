/** The shop's mountain. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path d="M4 24 13 10l4 6 3-4 8 12Z" fill="#fff" />
      <path d="m13 10 4 6-2.5 1.5L13 15l-2.5 2-.5-2.3Z" fill="#e0703f" />
    </svg>
  );
}
