// What time it is in the mission: that of an exercise may stand still at the end of its story. Pure.
// @ts-check

/** @param {import('./types.js').Mission|null} mission @returns {Date} */
export const missionNow = (mission) => (mission?.standsAt ? new Date(mission.standsAt) : new Date());
