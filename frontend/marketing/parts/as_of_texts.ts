/** Words of figures that were counted a while ago. */

export const words = {
  asOf: "Figures as of",
};
