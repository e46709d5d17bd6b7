/** The hero's view: a fjord, mountains and a turf-roofed house. Its colours come from the style sheet. */
export function Landscape() {
  return (
    <svg class="landscape" viewBox="0 0 1200 560" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      <rect class="sky" width="1200" height="560" />
      <circle class="sun" cx="905" cy="150" r="58" />
      <path
        class="ridge-far"
        d="M0 330 130 220 220 290 352 160 470 280 560 226 690 330 800 214 930 318 1040 240 1200 350V560H0Z"
      />
      <path class="snow" d="M800 214 838 245 816 253 798 238 776 254 758 250Z" />
      <path class="ridge" d="M420 400 600 292 700 350 860 258 1010 352 1110 306 1200 366V560H420Z" />
      <path class="snow" d="M860 258 908 288 884 292 862 282 838 296 812 286Z" />
      <rect class="water" y="396" width="1200" height="80" />
      <path class="glint" d="M820 414h170M780 430h120M930 446h150M700 452h90" />
      <path class="meadow" d="M0 470Q240 404 520 440T1200 428V560H0Z" />
      <path class="moss" d="M0 520Q300 452 640 496T1200 480V560H0Z" />
      <g class="house">
        <path class="wall" d="M968 410h92v46h-92z" />
        <path class="turf" d="M956 412 1014 374 1072 412 1060 416 1014 388 968 416Z" />
        <path class="door" d="M1004 430h18v26h-18z" />
        <path class="window" d="M978 424h14v14h-14zM1036 424h14v14h-14z" />
      </g>
      <g class="sheep">
        <ellipse cx="780" cy="474" rx="20" ry="13" />
        <ellipse cx="836" cy="488" rx="16" ry="10" />
        <path class="sheep-face" d="M796 466q12-4 14 6t-12 8zM849 483q10-3 11 5t-10 6z" />
      </g>
    </svg>
  );
}
