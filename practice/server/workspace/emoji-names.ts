/** Short names this Slack knows: most of the real list, without the flags and the variants of people. */
const faces = `
grinning smiley smile grin laughing satisfied sweat_smile joy rolling_on_the_floor_laughing blush innocent
slightly_smiling_face upside_down_face wink relieved heart_eyes smiling_face_with_3_hearts kissing_heart kissing
kissing_smiling_eyes kissing_closed_eyes yum stuck_out_tongue stuck_out_tongue_winking_eye stuck_out_tongue_closed_eyes
zany_face face_with_raised_eyebrow face_with_monocle nerd_face sunglasses star-struck partying_face smirk unamused
disappointed pensive worried confused slightly_frowning_face white_frowning_face persevere confounded tired_face weary
pleading_face cry sob triumph angry rage face_with_symbols_on_mouth exploding_head flushed hot_face cold_face scream
fearful cold_sweat disappointed_relieved sweat hugging_face thinking_face face_with_hand_over_mouth yawning_face
shushing_face lying_face no_mouth neutral_face expressionless grimacing face_with_rolling_eyes hushed frowning anguished
open_mouth astonished sleeping drooling_face sleepy dizzy_face zipper_mouth_face woozy_face nauseated_face face_vomiting
sneezing_face mask face_with_thermometer face_with_head_bandage money_mouth_face face_with_cowboy_hat smiling_imp imp
japanese_ogre japanese_goblin clown_face hankey poop shit ghost skull skull_and_crossbones alien space_invader
robot_face jack_o_lantern smiley_cat smile_cat joy_cat heart_eyes_cat smirk_cat kissing_cat scream_cat crying_cat_face
pouting_cat see_no_evil hear_no_evil speak_no_evil melting_face saluting_face dotted_line_face face_with_diagonal_mouth
face_with_peeking_eye face_with_open_eyes_and_hand_over_mouth face_holding_back_tears shaking_face disguised_face
smiling_face_with_tear relaxed
`;

const hands = `
wave raised_back_of_hand raised_hand_with_fingers_splayed hand raised_hand spock-hand ok_hand pinched_fingers
pinching_hand v crossed_fingers hand_with_index_and_middle_fingers_crossed i_love_you_hand_sign the_horns
sign_of_the_horns call_me_hand point_left point_right point_up_2 middle_finger point_down point_up +1 -1 thumbsup
thumbsdown fist facepunch punch left-facing_fist right-facing_fist clap raised_hands heart_hands open_hands
palms_up_together handshake pray writing_hand nail_care selfie muscle mechanical_arm leg foot ear nose brain tooth bone
eyes eye tongue lips baby bust_in_silhouette busts_in_silhouette people_hugging speaking_head_in_silhouette footprints
technologist sleuth_or_spy guardsman ninja superhero supervillain mage fairy merperson elf construction_worker
information_desk_person no_good ok_woman raising_hand bow face_palm shrug person_with_pouting_face person_frowning
massage haircut walking running runner dancer dancers surfer swimmer climbing santa mrs_claus angel prince princess man
woman person_doing_cartwheel juggling lotus_position
`;

const nature = `
dog cat mouse hamster rabbit fox_face bear panda_face koala tiger lion_face cow pig frog monkey_face monkey chicken
penguin bird baby_chick hatched_chick hatching_chick duck eagle owl bat wolf boar horse unicorn_face bee honeybee bug
butterfly snail beetle lady_beetle ladybug ant cricket spider spider_web scorpion mosquito turtle snake lizard t-rex
sauropod octopus squid shrimp lobster crab blowfish tropical_fish fish dolphin whale whale2 shark crocodile tiger2
leopard zebra_face gorilla elephant hippopotamus rhinoceros camel dromedary_camel giraffe_face kangaroo ox cow2
racehorse pig2 ram sheep llama goat deer dog2 poodle cat2 rooster turkey peacock parrot swan flamingo dove_of_peace
rabbit2 raccoon skunk badger sloth otter mouse2 rat chipmunk hedgehog feet paw_prints dragon dragon_face cactus
christmas_tree evergreen_tree deciduous_tree palm_tree seedling herb shamrock four_leaf_clover bamboo leaves
fallen_leaf maple_leaf mushroom bouquet tulip rose wilted_flower hibiscus cherry_blossom blossom sunflower sun_with_face
full_moon_with_face new_moon_with_face full_moon new_moon crescent_moon first_quarter_moon last_quarter_moon
earth_africa earth_americas earth_asia ringed_planet dizzy star star2 sparkles zap comet boom collision fire tornado
rainbow sunny mostly_sunny partly_sunny barely_sunny cloud rain_cloud thunder_cloud_and_rain lightning snow_cloud
snowflake snowman snowman_without_snow wind_blowing_face dash droplet sweat_drops umbrella umbrella_with_rain_drops
ocean fog volcano milky_way
`;

const food = `
green_apple apple pear tangerine lemon banana watermelon grapes blueberries strawberry melon cherries peach mango
pineapple coconut kiwifruit tomato eggplant avocado broccoli cucumber hot_pepper corn carrot garlic onion potato
sweet_potato croissant bagel bread baguette_bread pretzel cheese_wedge egg fried_egg pancakes waffle bacon cut_of_meat
poultry_leg meat_on_bone hamburger fries pizza hotdog sandwich taco burrito green_salad stew spaghetti ramen curry sushi
bento dumpling rice_ball rice rice_cracker popcorn salt doughnut cookie chocolate_bar candy lollipop honey_pot birthday
cake cupcake pie icecream ice_cream shaved_ice custard tea coffee beer beers champagne wine_glass cocktail tropical_drink
clinking_glasses tumbler_glass cup_with_straw baby_bottle fork_and_knife knife_fork_plate spoon hocho
`;

const doings = `
soccer basketball football baseball softball tennis volleyball rugby_football 8ball table_tennis_paddle_and_ball
badminton_racquet_and_shuttlecock goal_net golf bow_and_arrow fishing_pole_and_fish boxing_glove ice_skate ski trophy
sports_medal medal first_place_medal second_place_medal third_place_medal rosette reminder_ribbon ticket
admission_tickets circus_tent performing_arts art clapper microphone headphones musical_score musical_note notes
musical_keyboard drum_with_drumsticks saxophone trumpet guitar violin game_die chess_pawn dart bowling video_game
slot_machine jigsaw magic_wand kite yo-yo
car red_car taxi blue_car bus trolleybus racing_car police_car ambulance fire_engine minibus truck articulated_lorry
tractor scooter bike motor_scooter racing_motorcycle rotating_light oncoming_police_car aerial_tramway steam_locomotive
bullettrain_side train train2 metro tram station airplane small_airplane airplane_departure airplane_arriving seat
satellite rocket flying_saucer helicopter canoe boat sailboat speedboat motor_boat ferry ship anchor fuelpump
construction busstop vertical_traffic_light traffic_light octagonal_sign checkered_flag world_map moyai
statue_of_liberty tokyo_tower european_castle stadium ferris_wheel roller_coaster fountain beach_with_umbrella
desert_island desert mountain snow_capped_mountain camping tent house house_with_garden derelict_house_building
building_construction factory office department_store hospital bank hotel convenience_store school church motorway
sunrise sunrise_over_mountains city_sunset night_with_stars bridge_at_night cityscape fireworks sparkler stars
`;

const things = `
watch iphone calling computer keyboard desktop_computer printer three_button_mouse trackball joystick minidisc
floppy_disk cd dvd vhs camera camera_with_flash video_camera movie_camera film_projector film_frames telephone_receiver
phone telephone pager fax tv radio studio_microphone level_slider control_knobs compass stopwatch timer_clock
alarm_clock mantelpiece_clock hourglass hourglass_flowing_sand satellite_antenna battery electric_plug bulb flashlight
candle fire_extinguisher oil_drum money_with_wings dollar yen euro pound coin moneybag credit_card gem scales toolbox
wrench hammer hammer_and_pick hammer_and_wrench screwdriver pick nut_and_bolt gear bricks chains magnet bomb firecracker
axe dagger_knife crossed_swords shield crystal_ball barber alembic telescope microscope hole pill syringe drop_of_blood
dna microbe petri_dish test_tube thermometer broom basket toilet shower bathtub soap sponge razor bellhop_bell key
old_key door chair couch_and_lamp bed teddy_bear frame_with_picture mirror window shopping_bags shopping_trolley gift
balloon flags ribbon confetti_ball tada dolls izakaya_lantern lantern wind_chime red_envelope email envelope
envelope_with_arrow incoming_envelope e-mail love_letter inbox_tray outbox_tray package label mailbox_closed mailbox
mailbox_with_mail mailbox_with_no_mail postbox postal_horn scroll page_with_curl page_facing_up receipt bookmark_tabs
bar_chart chart_with_upwards_trend chart_with_downwards_trend spiral_note_pad spiral_calendar_pad calendar date
wastebasket card_index card_file_box ballot_box_with_ballot file_cabinet clipboard file_folder open_file_folder
card_index_dividers rolled_up_newspaper newspaper notebook notebook_with_decorative_cover ledger closed_book green_book
blue_book orange_book books book open_book bookmark safety_pin link paperclip linked_paperclips triangular_ruler
straight_ruler abacus pushpin round_pushpin scissors lower_left_ballpoint_pen lower_left_fountain_pen black_nib
lower_left_paintbrush lower_left_crayon memo pencil pencil2 mag mag_right lock_with_ink_pen closed_lock_with_key lock
unlock thread yarn eyeglasses dark_sunglasses goggles necktie shirt tshirt jeans coat dress crown tophat mortar_board
helmet_with_white_cross safety_vest ring kiss briefcase handbag luggage ladder
`;

const signs = `
heart orange_heart yellow_heart green_heart blue_heart purple_heart black_heart brown_heart white_heart broken_heart
heart_on_fire mending_heart heavy_heart_exclamation_mark_ornament two_hearts revolving_hearts heartbeat heartpulse
sparkling_heart cupid gift_heart heart_decoration peace_symbol yin_yang wheel_of_dharma atom_symbol id infinity
radioactive_sign biohazard_sign mobile_phone_off vibration_mode vs accept secret congratulations a b ab cl o2 sos x o
no_entry name_badge no_entry_sign 100 anger no_pedestrians do_not_litter no_bicycles underage no_mobile_phones
no_smoking exclamation heavy_exclamation_mark grey_exclamation question grey_question bangbang interrobang
low_brightness high_brightness warning children_crossing trident beginner recycle white_check_mark chart sparkle
eight_spoked_asterisk eight_pointed_black_star negative_squared_cross_mark globe_with_meridians
diamond_shape_with_a_dot_inside m cyclone zzz atm wc wheelchair parking up cool new free ng ok abc abcd 1234
information_source symbols hash keycap_star keycap_ten zero one two three four five six seven eight nine eject
arrow_forward double_vertical_bar black_right_pointing_triangle_with_double_vertical_bar black_square_for_stop
black_circle_for_record fast_forward rewind arrow_double_up arrow_double_down arrow_backward arrow_up_small
arrow_down_small arrow_right arrow_left arrow_up arrow_down arrow_upper_right arrow_lower_right arrow_lower_left
arrow_upper_left arrow_up_down left_right_arrow arrow_right_hook leftwards_arrow_with_hook arrow_heading_up
arrow_heading_down twisted_rightwards_arrows repeat repeat_one arrows_counterclockwise arrows_clockwise heavy_plus_sign
heavy_minus_sign heavy_division_sign heavy_multiplication_x heavy_equals_sign heavy_dollar_sign currency_exchange tm
copyright registered wavy_dash curly_loop loop end back on top soon heavy_check_mark ballot_box_with_check radio_button
white_circle black_circle red_circle large_blue_circle large_orange_circle large_yellow_circle large_green_circle
large_purple_circle large_brown_circle small_red_triangle small_red_triangle_down small_orange_diamond
small_blue_diamond large_orange_diamond large_blue_diamond white_square_button black_square_button black_small_square
white_small_square black_medium_square white_medium_square black_large_square white_large_square large_red_square
large_orange_square large_yellow_square large_green_square large_blue_square large_purple_square large_brown_square
speaker mute sound loud_sound bell no_bell mega loudspeaker speech_balloon left_speech_bubble right_anger_bubble
eye-in-speech-bubble thought_balloon spades clubs hearts diamonds black_joker mahjong clock1 clock2 clock3 clock4 clock5
clock6 clock7 clock8 clock9 clock10 clock11 clock12 clock130 clock230 clock330 clock430 clock530 clock630 clock730
clock830 clock930 clock1030 clock1130 clock1230 waving_white_flag waving_black_flag triangular_flag_on_post
rainbow-flag pirate_flag
`;

export const emojiNames: ReadonlySet<string> = new Set(
  [faces, hands, nature, food, doings, things, signs].flatMap((names) => names.split(/\s+/)).filter(Boolean),
);
