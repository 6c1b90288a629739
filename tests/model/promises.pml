/* The protocol of src/stock, a piece at a time. A unit first takes the rows of reservations, one by
   one, and others wait for them until it commits; then it changes a level or a purchase with one
   guarded statement, and commits. Between any two steps others may run. */

#define NOBODY BUYERS

mtype = { nothing, held, waiting, fulfilled, released, broken };

short on_hand = THERE;   /* the level */
short reserved = 0;
short to_come = COMING;  /* the purchase */
short promised = 0;
mtype state[BUYERS] = nothing;  /* the reservations, as they were committed */
bool locked[BUYERS] = false;    /* a unit has changed it and has not committed yet */
byte pieces[BUYERS] = 0;        /* that went out of the door */
byte buying = BUYERS;
bool counted = (COUNTED > THERE + COMING);

#ifndef UNGUARDED
inline promise(me) {
  atomic {
    if
    :: on_hand - reserved >= 1 -> reserved++; state[me] = held
    :: else
    fi
  }
}
#else
/* As shops do that read first and write then: the model must find out. */
inline promise(me) {
  short seen = on_hand - reserved;
  atomic {
    if
    :: seen >= 1 -> reserved++; state[me] = held
    :: else
    fi
  }
}
#endif

inline wait_for(me) {
  atomic {
    if
    :: promised + 1 <= to_come -> promised++; state[me] = waiting
    :: else
    fi
  }
}

/* The row of the reservation, then what it was held of. */
inline let_go(me) {
  atomic {
    !locked[me];
    mine = (state[me] == held || state[me] == waiting);
    locked[me] = mine
  };
  atomic {
    if
    :: mine && state[me] == held -> reserved--; state[me] = released; locked[me] = false
    :: mine && state[me] == waiting -> promised--; state[me] = released; locked[me] = false
    :: else
    fi
  }
}

inline take(me) {
  atomic {
    !locked[me];
    mine = (state[me] == held);
    locked[me] = mine
  };
  atomic {
    if
    :: mine -> on_hand--; reserved--; pieces[me]++; state[me] = fulfilled; locked[me] = false
    :: else
    fi
  }
}

proctype Buyer(byte me) {
  bool mine;
  promise(me);
  if
  :: state[me] == nothing -> wait_for(me)
  :: else
  fi;
  if
  :: let_go(me)
  :: take(me)
  :: take(me); let_go(me); take(me)  /* messages that are sent again */
  :: skip
  fi;
  buying--
}

/* Pieces come in, one at a time, for the first who waits. */
proctype Truck() {
  byte i;
  byte first;
  do
  :: to_come > 0 ->
    first = NOBODY;
    i = 0;
    do
    :: i < BUYERS && first == NOBODY ->
      atomic {
        if
        :: state[i] == waiting && !locked[i] -> locked[i] = true; first = i
        :: else
        fi;
        i++
      }
    :: else -> break
    od;
    atomic {
      if
      :: first != NOBODY ->
        promised--; to_come--; on_hand++; reserved++;
        state[first] = held; locked[first] = false
      :: first == NOBODY && promised <= to_come - 1 -> to_come--; on_hand++
      :: else  /* somebody waits for it after all: look again */
      fi
    }
  :: else -> break
  od
}

/* Somebody counts: promises that cannot be kept are broken, and the level is stored if it is still
   what was read; else it is read again. */
proctype Counter() {
  short seen;
  short cut = 0;
  short missing;
  byte i;
  bool mine[BUYERS] = false;
  do
  :: !counted ->
    atomic { seen = on_hand; missing = reserved - cut - COUNTED };
    i = 0;
    do
    :: i < BUYERS ->
      atomic {
        if
        :: missing > 0 && state[i] == held && !locked[i] ->
          locked[i] = true; mine[i] = true; cut++; missing--
        :: else
        fi;
        i++
      }
    :: else -> break
    od;
    atomic {
      if
      :: on_hand == seen && reserved - cut <= COUNTED ->
        on_hand = COUNTED; reserved = reserved - cut; counted = true; i = 0;
        do
        :: i < BUYERS && mine[i] -> state[i] = broken; locked[i] = false; i++
        :: i < BUYERS && !mine[i] -> i++
        :: i == BUYERS -> break
        od
      :: else
      fi
    }
  :: else -> break
  od
}

inline number_of(which) {
  sum = 0;
  k = 0;
  do
  :: k < BUYERS && state[k] == which -> sum++; k++
  :: k < BUYERS && state[k] != which -> k++
  :: k == BUYERS -> break
  od
}

inline claims() {
  assert(0 <= reserved && reserved <= on_hand);
  assert(0 <= promised && promised <= to_come);
  number_of(held);
  assert(sum == reserved);
  number_of(waiting);
  assert(sum == promised);
  k = 0;
  do
  :: k < BUYERS -> assert(pieces[k] <= 1); k++
  :: else -> break
  od
}

/* The claims hold whenever somebody looks. */
active proctype Anybody() {
  byte k;
  short sum;
  atomic { claims() }
}

init {
  byte k;
  short sum;
  atomic {
    k = 0;
    do
    :: k < BUYERS -> run Buyer(k); k++
    :: else -> break
    od;
    run Truck();
    run Counter()
  }
  /* At the end every piece is on the shelf or went out of the door, unless somebody counted. */
  atomic {
    buying == 0 && to_come == 0 && counted;
    claims();
    number_of(fulfilled);
    assert(COUNTED <= THERE + COMING || on_hand + sum == THERE + COMING)
  }
}
